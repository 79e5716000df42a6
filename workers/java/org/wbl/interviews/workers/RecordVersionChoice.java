package org.wbl.interviews.workers;

import static org.wbl.interviews.process.DefinitionChoices.CHOICE;
import static org.wbl.interviews.process.DefinitionChoices.RESOURCE;
import static org.wbl.interviews.process.DefinitionChoices.SHA256;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.DefinitionChoices;

/**
 * Records whether an administrator keeps the changed version of a shipped file.
 *
 * <p>Reads {@code resource}, {@code sha256} and {@code choice} (KEEP or REPLACE); sets nothing.
 */
@Component
class RecordVersionChoice implements TaskListener {

    private final DefinitionChoices choices;
    private final IdentityService identities;

    RecordVersionChoice(DefinitionChoices choices, IdentityService identities) {
        this.choices = choices;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        var person = identities.getCurrentAuthentication();
        choices.record(
                RESOURCE.get(task),
                SHA256.get(task),
                CHOICE.get(task),
                person == null ? "unknown" : person.getUserId());
    }
}
