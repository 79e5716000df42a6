package org.wbl.interviews.workers;

import static org.wbl.interviews.process.DefinitionChoices.RESOURCE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.DefinitionDeployment;

/**
 * Puts the shipped version of a file in place of the administrator's.
 *
 * <p>Reads {@code resource}; sets nothing. Repeated, it deploys nothing new.
 */
@Component
class DeployShipped implements JavaDelegate {

    private final DefinitionDeployment definitions;

    DeployShipped(DefinitionDeployment definitions) {
        this.definitions = definitions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        definitions.deployShipped(RESOURCE.get(execution));
    }
}
