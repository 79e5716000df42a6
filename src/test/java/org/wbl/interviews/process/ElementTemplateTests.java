package org.wbl.interviews.process;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wbl.interviews.mail.Template;

@DisplayName("The element templates for Camunda Modeler")
class ElementTemplateTests {

    private static final Path FOLDER = Path.of("workers/element-templates");
    private static final String EMAILED_FORM = "org.wbl.interviews.emailed-form";
    private static final String WORKERS = "org.wbl.interviews.workers.";

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Git on Windows may have written the link as a text file")
    void lieWhereCamundaModelerLooksForThem() throws IOException {
        assertThat(Files.isSameFile(Path.of(".camunda/element-templates"), FOLDER))
                .isTrue();
    }

    @Test
    void areNamedAfterTheirFiles() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(read(file).path("id").asText() + ".json")
                            .isEqualTo("org.wbl.interviews." + file.getFileName()));
        }
    }

    @Test
    void nameWorkersThatExist() {
        assertThat(templates().values())
                .filteredOn(template -> !EMAILED_FORM.equals(template.path("id").asText()))
                .allSatisfy(template -> assertThat(delegates()).contains(delegateOf(template)));
    }

    @Test
    void thereIsOneForEveryWorkerThatATaskCanCall() {
        assertThat(templates().values().stream().map(ElementTemplateTests::delegateOf))
                .containsAll(delegates());
    }

    @Test
    void offerEveryMailThatAsksForAnAnswer() {
        var asking = Arrays.stream(Template.values())
                .filter(mail -> mail.facts().containsAll(List.of("link", "minutes")))
                .map(mail -> mail.name().toLowerCase(Locale.ROOT).replace('_', '-'));

        assertThat(choices(property(template(EMAILED_FORM), "mail")))
                .containsExactlyInAnyOrderElementsOf(asking.toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void areTheOnesThatModelsName(Path model) {
        for (var task : tasks(model)) {
            var name = task.getAttributeValueNs(CAMUNDA_NS, "modelerTemplate");
            var emailed = value(task, "camunda:property", "mail").isPresent();
            if (task instanceof ServiceTask || task instanceof SendTask || emailed) {
                assertThat(name).as(task.getId()).isNotNull();
            }
            if (name != null) {
                fits(task, template(name));
            }
        }
    }

    /** A task as Camunda Modeler would have filled it in: it would show a red mark otherwise. */
    private static void fits(Task task, JsonNode template) {
        assertThat("bpmn:" + capitalised(task.getElementType().getTypeName()))
                .as(task.getId())
                .isEqualTo(template.at("/elementType/value").asText());
        for (var property : template.path("properties")) {
            var binding = property.path("binding");
            var value = value(
                    task, binding.path("type").asText(), binding.path("name").asText());
            var where = task.getId() + ": " + binding.path("name").asText();
            var constraints = property.path("constraints");
            if (constraints.path("notEmpty").asBoolean()) {
                assertThat(value).as(where).isPresent();
            }
            if (!property.path("editable").asBoolean(true)
                    || "Hidden".equals(property.path("type").asText())) {
                assertThat(value).as(where).contains(property.path("value").asText());
            }
            if (value.isPresent() && property.has("choices")) {
                assertThat(choices(property)).as(where).contains(value.get());
            }
            if (value.isPresent() && constraints.has("pattern")) {
                assertThat(value.get())
                        .as(where)
                        .matches(constraints.at("/pattern/value").asText());
            }
        }
    }

    private static Optional<String> value(Task task, String binding, String name) {
        return switch (binding) {
            case "property" ->
                Optional.ofNullable(task.getAttributeValueNs(CAMUNDA_NS, name.substring(name.indexOf(':') + 1)));
            case "camunda:property" ->
                Optional.ofNullable(task.getExtensionElements()).stream()
                        .flatMap(extensions ->
                                extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst();
            default -> throw new IllegalStateException("No template here binds '%s'.".formatted(binding));
        };
    }

    private static String delegateOf(JsonNode template) {
        return property(template, "camunda:delegateExpression").path("value").asText();
    }

    private static JsonNode property(JsonNode template, String name) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .filter(property -> name.equals(property.at("/binding/name").asText()))
                .findFirst()
                .orElseGet(() -> new ObjectMapper().createObjectNode());
    }

    private static List<String> choices(JsonNode property) {
        return property.path("choices").findValuesAsText("value");
    }

    /** The workers that a service or send task can call, as models name them. */
    private static Set<String> delegates() {
        var found = new TreeSet<String>();
        for (var file : files(Path.of("workers/java"), ".java")) {
            var name = file.getFileName().toString().replace(".java", "");
            if (!"package-info".equals(name) && JavaDelegate.class.isAssignableFrom(worker(name))) {
                found.add("${" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + "}");
            }
        }
        return found;
    }

    private static Class<?> worker(String name) {
        try {
            return Class.forName(WORKERS + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode template(String id) {
        return Optional.ofNullable(templates().get(id))
                .orElseThrow(() -> new AssertionError("There is no element template '%s'.".formatted(id)));
    }

    private static Map<String, JsonNode> templates() {
        return files(FOLDER, ".json").stream()
                .map(ElementTemplateTests::read)
                .collect(toMap(template -> template.path("id").asText(), identity()));
    }

    private static Stream<Path> models() {
        return files(Path.of("processes"), ".bpmn").stream();
    }

    private static List<Task> tasks(Path model) {
        return Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(Task.class).stream()
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException("'%s' is no JSON.".formatted(file), e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
