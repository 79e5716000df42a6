package org.wbl.interviews.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.language.TranslatedForms;
import org.wbl.interviews.process.OpenTasks.AnswersNotTaken;
import org.wbl.interviews.process.OpenTasks.TaskForm;

/** Start forms that pages show to people without an account. */
@Component
public class StartLinks {

    /** Who starts the process: employers, guardians or students. Only its workers see it, in the same transaction. */
    public static final ProcessVariable<String> ROLE = ProcessVariable.string("linkRole");

    /** The id of the link from whose page the process was started; for its workers, as the role. */
    public static final ProcessVariable<String> LINK = ProcessVariable.string("startLink");

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final FormGuard guard;
    private final TranslatedForms translations;
    private final ObjectMapper json;

    StartLinks(
            RepositoryService repository,
            RuntimeService runtime,
            FormGuard guard,
            TranslatedForms translations,
            ObjectMapper json) {
        this.repository = repository;
        this.runtime = runtime;
        this.guard = guard;
        this.translations = translations;
        this.json = json;
    }

    /**
     * Whose page it is.
     *
     * @param process key of the process that the form starts
     * @param role employers, guardians or students
     * @param interview the interview in which this person takes part; null: the check-ins are asked about
     * @param contact the employer's contact that is asked about none
     * @param link from whose page it is started
     */
    public record Starter(
            String process,
            String role,
            String school,
            @Nullable String interview,
            @Nullable Long contact,
            UUID link) {

        private Map<String, Object> variables() {
            return interview != null
                    ? Map.of(InterviewProcess.INTERVIEW_ID.name(), interview)
                    : Map.of(InterviewProcess.CONTACT_ID.name(), Objects.requireNonNull(contact));
        }
    }

    /** Returns the start form in a language, with what it shows to this person. */
    public TaskForm form(Starter starter, Locale language) {
        var definition = definition(starter);
        var schema = schema(definition);
        try {
            var written = translations.in(language, schema);
            return new TaskForm(
                    Objects.requireNonNullElse(written.heading(), definition.getName()),
                    written.schema(),
                    json.writeValueAsString(data(starter, schema, written.language())),
                    written.language());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The data of '%s' cannot be shown.".formatted(starter.process()), e);
        }
    }

    /**
     * Starts the process with these answers, for the interview.
     *
     * @throws AnswersNotTaken if the form or the business refuses them; nothing is started
     */
    public void start(Starter starter, Map<String, Object> answers) throws AnswersNotTaken {
        var definition = definition(starter);
        var schema = schema(definition);
        try {
            var variables = FormGuard.check(schema, answers, data(starter, schema, Languages.ENGLISH));
            variables.putAll(starter.variables());
            variables.putValueTyped(ROLE.name(), Variables.stringValue(starter.role(), true));
            variables.putValueTyped(
                    LINK.name(), Variables.stringValue(starter.link().toString(), true));
            variables.putValueTyped(SchoolOfCase.SCHOOL.name(), Variables.stringValue(starter.school(), true));
            GuardedForms.sayWhy(
                    () -> runtime.startProcessInstanceById(definition.getId(), starter.interview(), variables));
        } catch (FormFieldValidationException e) {
            throw AnswersNotTaken.because(e);
        }
    }

    private ProcessDefinition definition(Starter starter) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(starter.process())
                .latestVersion()
                .singleResult();
    }

    private String schema(ProcessDefinition definition) {
        return guard.startSchema(definition.getId())
                .orElseThrow(() -> new IllegalStateException(
                        "The process '%s' must begin with a form: links start it.".formatted(definition.getKey())));
    }

    private Map<String, Object> data(Starter starter, String schema, Locale language) {
        return guard.shownTo(starter.role(), starter.school(), starter.variables(), schema, language);
    }
}
