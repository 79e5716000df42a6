package org.wbl.interviews.process;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The engine's doors for answers, with {@link FormGuard} at each of them. */
final class GuardedForms {

    private GuardedForms() {}

    /** Start forms and task forms. */
    static final class Forms extends FormServiceImpl {

        private final ObjectProvider<FormGuard> guard;

        Forms(ObjectProvider<FormGuard> guard) {
            this.guard = guard;
        }

        /** The engine checks whether the caller may see the task, then the form gets what it names. */
        @Override
        public VariableMap getTaskFormVariables(
                String taskId, @Nullable Collection<String> formVariables, boolean deserializeValues) {
            var variables = super.getTaskFormVariables(taskId, formVariables, deserializeValues);
            return guard.getObject().shownInTask(taskId).orElse(variables);
        }

        /** Tasklist asks for no data for a start form, so its lists come with the form. */
        @Override
        public InputStream getDeployedStartForm(String processDefinitionId) {
            return guard.getObject().withLists(super.getDeployedStartForm(processDefinitionId));
        }

        @Override
        public ProcessInstance submitStartForm(String processDefinitionId, @Nullable Map<String, Object> answers) {
            var checked = guard.getObject().forStart(processDefinitionId, answers);
            return sayWhy(() -> super.submitStartForm(processDefinitionId, checked));
        }

        @Override
        public ProcessInstance submitStartForm(
                String processDefinitionId, String businessKey, @Nullable Map<String, Object> answers) {
            var checked = guard.getObject().forStart(processDefinitionId, answers);
            return sayWhy(() -> super.submitStartForm(processDefinitionId, businessKey, checked));
        }

        @Override
        public void submitTaskForm(String taskId, @Nullable Map<String, Object> answers) {
            submitTaskFormWithVariablesInReturn(taskId, answers, false);
        }

        @Override
        public VariableMap submitTaskFormWithVariablesInReturn(
                String taskId, @Nullable Map<String, Object> answers, boolean deserializeValues) {
            var checked = guard.getObject().forTask(taskId, answers);
            return sayWhy(() -> super.submitTaskFormWithVariablesInReturn(taskId, checked, deserializeValues));
        }
    }

    /** Completing a task without its form's own door. */
    static final class Tasks extends TaskServiceImpl {

        private final ObjectProvider<FormGuard> guard;

        Tasks(ObjectProvider<FormGuard> guard) {
            this.guard = guard;
        }

        @Override
        public void complete(String taskId) {
            complete(taskId, Map.of());
        }

        @Override
        public void complete(String taskId, @Nullable Map<String, Object> answers) {
            completeWithVariablesInReturn(taskId, answers, false);
        }

        @Override
        public VariableMap completeWithVariablesInReturn(
                String taskId, @Nullable Map<String, Object> answers, boolean deserializeValues) {
            var checked = guard.getObject().forTask(taskId, answers);
            return sayWhy(() -> super.completeWithVariablesInReturn(taskId, checked, deserializeValues));
        }
    }

    /** A worker's refusal reaches the person as its sentence and a 400, not as the engine's wrapping of it. */
    static <T> T sayWhy(Supplier<T> act) {
        try {
            return act.get();
        } catch (SuspendedEntityInteractionException e) {
            throw new FormFieldValidationException(
                    e, "This interview is on hold. Nothing can be entered until it goes on.");
        } catch (ProcessEngineException e) {
            throw Refusal.in(e)
                    .<ProcessEngineException>map(
                            refusal -> new FormFieldValidationException(refusal, refusal.getMessage()))
                    .orElse(e);
        } catch (Refusal e) {
            throw new FormFieldValidationException(e, e.getMessage());
        }
    }
}
