package org.wbl.interviews.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models in use: of each process the version that the next case takes. */
@Component
public class DeployedModels {

    private final RepositoryService repository;

    DeployedModels(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * Returns the models whose cases {@code reader} may look at together, sorted by name. How many safety concerns
     * there are is for the safeguarding staff alone, and for the district.
     */
    public List<Model> shownTo(StaffMember reader) {
        var hidden = reader.isIn(Set.of(Groups.SAFEGUARDING, Groups.DISTRICT_ADMINISTRATORS))
                ? Set.<String>of()
                : SafetyProcess.TELLING;
        return repository.createProcessDefinitionQuery().withoutTenantId().latestVersion().list().stream()
                .filter(found -> !hidden.contains(found.getKey()))
                .map(found -> new Model(
                        found.getId(),
                        found.getKey(),
                        Objects.requireNonNullElse(found.getName(), found.getKey()),
                        found.getVersion()))
                .sorted(comparing(Model::name).thenComparing(Model::key))
                .toList();
    }

    /** Returns the BPMN as it was deployed. */
    public String bpmn(Model model) {
        try (var stream = repository.getProcessModel(model.id())) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every flow node of the model, from left to right as it is drawn; what is in a sub-process comes last. */
    public List<Node> nodes(Model model) {
        return repository.getBpmnModelInstance(model.id()).getModelElementsByType(FlowNode.class).stream()
                .sorted(comparing((FlowNode node) -> node.getParentElement() instanceof SubProcess)
                        .thenComparingDouble(DeployedModels::left)
                        .thenComparingDouble(DeployedModels::top))
                .map(node -> new Node(
                        node.getId(),
                        Optional.ofNullable(node.getName())
                                .filter(name -> !name.isBlank())
                                .orElse(node.getId()),
                        kind(node),
                        takesTime(node),
                        node instanceof CallActivity call ? call.getCalledElement() : null))
                .toList();
    }

    private static boolean takesTime(FlowNode node) {
        return (node instanceof Activity && !(node instanceof SubProcess))
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway;
    }

    /** As BPMN calls it: user task, call activity, timer event. */
    private static String kind(FlowNode node) {
        var name =
                node instanceof CatchEvent event && !event.getEventDefinitions().isEmpty()
                        ? event.getEventDefinitions()
                                .iterator()
                                .next()
                                .getElementType()
                                .getTypeName()
                                .replace("EventDefinition", "Event")
                        : node.getElementType().getTypeName();
        return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static double left(FlowNode node) {
        return node.getDiagramElement() instanceof BpmnShape shape
                ? shape.getBounds().getX()
                : Double.MAX_VALUE;
    }

    private static double top(FlowNode node) {
        return node.getDiagramElement() instanceof BpmnShape shape
                ? shape.getBounds().getY()
                : Double.MAX_VALUE;
    }

    /** A process; {@code id} is that of its version. */
    public record Model(String id, String key, String name, int version) {}

    /**
     * A flow node.
     *
     * @param kind as BPMN calls it, in words
     * @param takesTime whether a case can stay here, so that one asks for how long
     * @param calls the key of the process that a call activity calls
     */
    public record Node(
            String id,
            String name,
            String kind,
            boolean takesTime,
            @Nullable String calls) {}
}
