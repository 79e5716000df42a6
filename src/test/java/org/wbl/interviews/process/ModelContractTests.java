package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every model to the house rules, and to the workers and forms it names. */
class ModelContractTests {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"([^\"]*)\"");

    @ParameterizedTest
    @MethodSource("models")
    void isNamedAfterItsProcess(Path model) {
        assertThat(processOf(model).getId() + ".bpmn")
                .isEqualTo(model.getFileName().toString());
        assertThat(processOf(model).isExecutable()).isTrue();
        assertThat(processOf(model).getName()).isNotBlank();
        assertThat(processOf(model).getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsOnlyWorkersThatExist(Path model) throws IOException {
        var called = DELEGATE.matcher(Files.readString(model))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(called).allMatch(expression -> expression.matches("\\$\\{[a-zA-Z]+}"));
        assertThat(called.stream().map(expression -> expression.substring(2, expression.length() - 1)))
                .isSubsetOf(workers());
    }

    @ParameterizedTest
    @MethodSource("models")
    void refersOnlyToFormsThatExist(Path model) throws IOException {
        for (var task : read(model).getModelElementsByType(UserTask.class)) {
            var form = task.getAttributeValueNs(CAMUNDA_NS, "formRef");
            assertThat(form).as(task.getId()).isNotBlank();
            assertThat(forms()).as(task.getId()).contains(form);
            assertThat(task.getAttributeValueNs(CAMUNDA_NS, "formRefBinding")).isEqualTo("latest");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void asksAPersonInAWayThatCanBeAnswered(Path model) {
        for (var task : read(model).getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
            assertThat(task.getDocumentations()).as(task.getId()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void separatesEveryServiceCallIntoItsOwnTransaction(Path model) {
        for (var task : read(model).getModelElementsByType(Task.class)) {
            if (task instanceof ServiceTask || task instanceof SendTask) {
                assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void drawsEveryFlowNode(Path model) {
        var drawn = read(model).getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .toList();

        assertThat(read(model).getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(drawn).contains(node.getId()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasStoriesThatReachEveryFlowNode(Path model) {
        var process = processOf(model).getId();
        var stories = Arrays.stream(process.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "Tests.java"));

        assertThat(Path.of("src/test/java/org/wbl/interviews/story", stories))
                .content()
                .contains("@StoryOf(\"%s\")".formatted(process));
    }

    private static Stream<Path> models() throws IOException {
        return files("processes", ".bpmn").stream();
    }

    private static Set<String> forms() throws IOException {
        return files("forms", ".form").stream()
                .map(file -> file.getFileName().toString().replace(".form", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A worker's bean is named like its class, with a small first letter. */
    private static Set<String> workers() throws IOException {
        return files("workers/java", ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Process processOf(Path model) {
        return read(model).getModelElementsByType(Process.class).iterator().next();
    }

    private static BpmnModelInstance read(Path model) {
        return Bpmn.readModelFromFile(model.toFile());
    }
}
