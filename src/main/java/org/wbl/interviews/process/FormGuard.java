package org.wbl.interviews.process;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.process.form.AnswersRefused;
import org.wbl.interviews.process.form.FormSchema;

/**
 * Checks answers against the deployed Camunda Form, whichever door they come through: Tasklist, REST or an emailed
 * link.
 *
 * <p>What passes is handed to the engine as transient variables, for the workers that record it; only fields with the
 * custom property {@value #KEEP} become process variables, for gateways to use. So no answer stays in the engine unless
 * the form's author says so.
 */
@Component
class FormGuard {

    static final String KEEP = "processVariable";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "valuesKey";
    /** The task's name and documentation, for a form that several tasks share. */
    private static final String TASK_NAME = "taskName";

    private static final String TO_DO = "toDo";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private final ObjectProvider<FormService> forms;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<IdentityService> identities;
    private final ObjectProvider<FormFacts> facts;
    private final OneCommand one;

    FormGuard(
            ObjectProvider<FormService> forms,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<IdentityService> identities,
            ObjectProvider<FormFacts> facts,
            OneCommand one) {
        this.forms = forms;
        this.tasks = tasks;
        this.identities = identities;
        this.facts = facts;
        this.one = one;
    }

    /**
     * Returns the answers to a task's form as the engine may have them.
     *
     * @throws FormFieldValidationException with a sentence for the person; the REST interface answers 400
     */
    Map<String, Object> forTask(String taskId, @Nullable Map<String, Object> answers) {
        return one.of(() -> {
            var schema = taskSchema(taskId);
            if (schema.isEmpty()) {
                return answers == null ? Map.<String, Object>of() : answers;
            }
            return check(schema.get(), answers, taskData(taskId, schema.get(), Languages.ENGLISH));
        });
    }

    /** Returns the answers to a start form as the engine may have them. */
    Map<String, Object> forStart(String processDefinitionId, @Nullable Map<String, Object> answers) {
        var schema = startSchema(processDefinitionId);
        if (schema.isEmpty()) {
            return answers == null ? Map.of() : answers;
        }
        return check(schema.get(), answers, Map.of());
    }

    /** Returns the form by which a process begins, unless it has none. */
    Optional<String> startSchema(String processDefinitionId) {
        var data = forms.getObject().getStartFormData(processDefinitionId);
        return data == null || data.getCamundaFormRef() == null
                ? Optional.empty()
                : Optional.of(text(forms.getObject().getDeployedStartForm(processDefinitionId)));
    }

    /** Returns what Tasklist shows in a task's form; empty when the task has none. */
    Optional<VariableMap> shownInTask(String taskId) {
        return one.of(() -> taskSchema(taskId).map(schema -> typed(taskData(taskId, schema, Languages.ENGLISH))));
    }

    /** Returns a start form in which every list that the caller may choose from stands as the field's options. */
    InputStream withLists(InputStream form) {
        var schema = text(form);
        var lists = lists(schema);
        if (lists.isEmpty()) {
            return stream(schema);
        }
        var options = new HashMap<String, Object>();
        facts.forEach(source -> options.putAll(source.forStart(schoolsOfCaller(), lists)));
        var root = read(schema);
        root.findParents(LIST).forEach(field -> {
            var name = ((ObjectNode) field).remove(LIST).asText();
            ((ObjectNode) field).set("values", JSON.valueToTree(options.getOrDefault(name, List.of())));
        });
        return stream(root.toString());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a task's form, unless it has none. */
    Optional<String> taskSchema(String taskId) {
        var form = forms.getObject().getTaskFormData(taskId);
        return form == null || form.getCamundaFormRef() == null
                ? Optional.empty()
                : Optional.of(text(forms.getObject().getDeployedTaskForm(taskId)));
    }

    /** Returns what a task's form shows of the case's variables and of the facts in our tables: what it names. */
    Map<String, Object> taskData(String taskId, String schema, Locale language) {
        return one.of(() -> {
            var known = new HashMap<String, Object>(tasks.getObject().getVariables(taskId));
            var task = one.task(taskId);
            if (task.isEmpty()) {
                return named(names(schema), known);
            }
            known.put(TASK_NAME, task.get().getName());
            known.put(TO_DO, requireNonNullElse(task.get().getDescription(), ""));
            return shownTo(audience(taskId), task.get().getTenantId(), known, schema, language);
        });
    }

    /** Returns what a form shows to an audience of these variables and of the facts in our tables: what it names. */
    Map<String, Object> shownTo(
            String audience, @Nullable String school, Map<String, Object> variables, String schema, Locale language) {
        var data = new HashMap<String, Object>(variables);
        var names = names(schema);
        facts.forEach(source -> data.putAll(source.forTask(audience, school, variables, names, language)));
        return named(names, data);
    }

    private static Map<String, Object> named(Set<String> names, Map<String, Object> known) {
        var data = new HashMap<String, Object>(known);
        data.keySet().retainAll(names);
        data.remove(
                TaskSubjects.ABOUT); // for staff's lists; it names the student, and its name is a word of many forms
        return data;
    }

    private static Set<String> names(String schema) {
        return NAME.matcher(schema).results().map(MatchResult::group).collect(toSet());
    }

    /** Lists travel as JSON, as Tasklist expects the options of a field. */
    private static VariableMap typed(Map<String, Object> data) {
        var variables = Variables.createVariables();
        data.forEach((name, value) -> variables.putValueTyped(
                name, value instanceof List<?> list ? json(list) : Variables.untypedValue(value)));
        return variables;
    }

    private static JsonValue json(List<?> options) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(options)).create();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the option lists that a form takes from its data. */
    static Set<String> lists(String schema) {
        return new HashSet<>(read(schema).findValuesAsText(LIST));
    }

    static JsonNode read(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String audience(String taskId) {
        List<IdentityLink> links = tasks.getObject().getIdentityLinksForTask(taskId);
        return links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElse("");
    }

    private Set<String> schoolsOfCaller() {
        var person = identities.getObject().getCurrentAuthentication();
        List<String> schools = person == null ? null : person.getTenantIds();
        return schools == null ? Set.of() : schools.stream().collect(toSet());
    }

    static VariableMap check(String schema, @Nullable Map<String, Object> answers, Map<String, Object> data) {
        var form = FormSchema.parse(schema);
        try {
            var accepted = form.check(untyped(answers), data);
            var variables = Variables.createVariables();
            accepted.forEach((key, value) -> variables.putValueTyped(
                    key,
                    Variables.untypedValue(
                            value, !"true".equals(form.properties(key).get(KEEP)))));
            return variables;
        } catch (AnswersRefused e) {
            throw new FormFieldValidationException(e, e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> untyped(@Nullable Map<String, Object> answers) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        if (answers != null) {
            var typed = Variables.fromMap(answers);
            typed.keySet().forEach(key -> plain.put(key, plain(typed.getValueTyped(key))));
        }
        return plain;
    }

    /** Tasklist sends what was ticked in a list as JSON, and nothing else that would have to be read. */
    private static @Nullable Object plain(@Nullable TypedValue answer) {
        if (!(answer instanceof SerializableValue serializable)) {
            return answer == null ? null : answer.getValue();
        }
        try {
            if (answer instanceof JsonValue) {
                var json = serializable.getValueSerialized();
                return json == null ? null : JSON.readValue(json, Object.class);
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
        throw unreadable(null);
    }

    private static FormFieldValidationException unreadable(@Nullable Exception cause) {
        return new FormFieldValidationException(
                cause, "These answers cannot be read. Open the form anew, and fill it in once more.");
    }

    private static String text(InputStream form) {
        try (form) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
