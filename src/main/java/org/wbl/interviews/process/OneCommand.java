package org.wbl.interviews.process;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Several calls to the engine as one of its commands: what all of them need is loaded once. */
@Component
class OneCommand {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    OneCommand(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    <T> T of(Supplier<T> calls) {
        return engine.getObject().getCommandExecutorTxRequired().execute(context -> calls.get());
    }

    /** Returns an open task, whoever asks: the caller has checked who may see it. */
    Optional<Task> task(String id) {
        return Optional.ofNullable(
                engine.getObject().getCommandExecutorTxRequired().execute(context -> context.getTaskManager()
                        .findTaskById(id)));
    }
}
