package org.wbl.interviews.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.wbl.interviews.process.form.FormSchema;
import org.wbl.interviews.process.form.FormSchemaRefused;

/** Refuses a form whose answers could not be checked, before anybody fills it in. */
final class FormDeployment implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().stream()
                    .filter(resource -> resource.getName().endsWith(".form"))
                    .forEach(FormDeployment::requireCheckable);
        }
    }

    private static void requireCheckable(ResourceEntity form) {
        try {
            FormSchema.parse(new String(form.getBytes(), StandardCharsets.UTF_8));
        } catch (FormSchemaRefused e) {
            throw new ParseException(e.getMessage(), form.getName(), List.of(), List.of());
        }
    }
}
