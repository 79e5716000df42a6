package org.wbl.interviews.process;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.wbl.interviews.language.TranslatedForms;
import org.wbl.interviews.process.form.AnswersRefused;
import org.wbl.interviews.process.form.FormSchema;

/** The tasks that pages show and complete for people without an account. */
@Component
public class OpenTasks {

    private final OneCommand one;
    private final FormService forms;
    private final FormGuard guard;
    private final TranslatedForms translations;
    private final ObjectMapper json;

    OpenTasks(OneCommand one, FormService forms, FormGuard guard, TranslatedForms translations, ObjectMapper json) {
        this.one = one;
        this.forms = forms;
        this.guard = guard;
        this.translations = translations;
        this.json = json;
    }

    /** Returns the form of an open task in a language, with what it shows; empty when the task is gone. */
    public Optional<TaskForm> form(String taskId, Locale language) {
        return one.of(() ->
                one.task(taskId).flatMap(task -> guard.taskSchema(taskId).map(schema -> form(task, schema, language))));
    }

    private TaskForm form(Task task, String schema, Locale language) {
        try {
            var written = translations.in(language, schema);
            return new TaskForm(
                    requireNonNullElse(written.heading(), task.getName()),
                    written.schema(),
                    json.writeValueAsString(guard.taskData(task.getId(), schema, written.language())),
                    written.language());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The data of task '%s' cannot be shown.".formatted(task.getId()), e);
        }
    }

    /** Reads for a page in one transaction, and what several calls need once; what it changes is kept. */
    public <T> T inOneGo(Supplier<T> page) {
        return one.of(page);
    }

    /** Whether a task waits, because its interview is on hold. */
    public boolean isPaused(String taskId) {
        return one.task(taskId).filter(Task::isSuspended).isPresent();
    }

    /**
     * Completes a task with these answers, and returns them in words of a language.
     *
     * @throws AnswersNotTaken if the form or the business refuses them; the task stays open
     * @throws TaskGone if somebody else was faster
     */
    public Answered complete(String taskId, Map<String, Object> answers, Locale language)
            throws AnswersNotTaken, TaskGone {
        var task = one.task(taskId).orElseThrow(TaskGone::new);
        try {
            var schema = guard.taskSchema(taskId).orElseThrow();
            var written = translations.in(language, schema);
            var shown = guard.taskData(taskId, schema, written.language());
            forms.submitTaskForm(taskId, answers);
            return new Answered(
                    requireNonNullElse(written.heading(), task.getName()),
                    FormSchema.parse(written.schema()).lines(answers, shown).stream()
                            .map(line -> new Line(line.question(), line.answer()))
                            .toList());
        } catch (FormFieldValidationException e) {
            throw AnswersNotTaken.because(e);
        } catch (OptimisticLockingException e) {
            throw new TaskGone();
        }
    }

    /**
     * A task's form.
     *
     * @param schema the Camunda Form, JSON
     * @param data what it shows, JSON
     * @param language English where there is no translation
     */
    public record TaskForm(String title, String schema, String data, Locale language) {}

    /** What was answered, in words. */
    public record Answered(String title, List<Line> lines) {}

    /**
     * A question as the form asks it, and the answer in words.
     *
     * @param answer empty where nothing was answered
     */
    public record Line(String question, String answer) {}

    /** What is wrong with one answer. */
    public record Problem(String key, String label, String sentence) {}

    /** The answers were not taken; the message and the problems say why, and never repeat an answer. */
    public static final class AnswersNotTaken extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        static AnswersNotTaken because(FormFieldValidationException refusal) {
            return new AnswersNotTaken(
                    String.valueOf(refusal.getMessage()),
                    refusal.getDetail() instanceof AnswersRefused refused
                            ? refused.problems().stream()
                                    .map(problem -> new Problem(problem.key(), problem.label(), problem.sentence()))
                                    .toList()
                            : List.of());
        }

        private AnswersNotTaken(String message, List<Problem> problems) {
            super(message);
            this.problems = problems;
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /** The task was answered meanwhile. */
    public static final class TaskGone extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
