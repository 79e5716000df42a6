package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A model can be read as a picture, because")
class ModelLayoutTests {

    @ParameterizedTest
    @MethodSource("models")
    void itsFlowsDoNotCross(Path model) {
        var drawn = Drawing.of(model);

        assertThat(drawn.flows.stream().flatMap(one -> drawn.flows.stream()
                        .filter(other -> one.id.compareTo(other.id) < 0 && one.crosses(other))
                        .map(other -> one.id + " crosses " + other.id)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsFlowsRunThroughNothing(Path model) {
        var drawn = Drawing.of(model);

        assertThat(drawn.flows.stream().flatMap(flow -> drawn.shapes.stream()
                        .filter(flow::runsThrough)
                        .map(shape -> flow.id + " runs through " + shape.id)))
                .isEmpty();
    }

    @Test
    void bothRulesSeeSomething() throws IOException {
        assertThat(models()).isNotEmpty().allSatisfy(model -> {
            assertThat(Drawing.of(model).flows).isNotEmpty();
            assertThat(Drawing.of(model).shapes).hasSizeGreaterThan(1);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a cross, A, B, 0 50 100 50, C, D, 50 0 50 100, true",
        "a cross at a corner, A, B, 0 50 100 50, C, D, 50 0 50 50 50 100, true",
        "a slanted cross, A, B, 0 0 100 100, C, D, 0 100 100 0, true",
        "one upon the other, A, B, 0 50 100 50, C, D, 40 50 200 50, true",
        "a cross of two with one source, A, B, 0 50 100 50 100 0, A, D, 0 90 60 90 60 0, true",
        "two that part after one source, A, B, 0 50 100 50, A, D, 0 50 60 50 60 90, false",
        "two that meet before one target, A, D, 0 50 100 50, C, D, 40 0 40 50 100 50, false",
        "side by side, A, B, 0 50 100 50, C, D, 0 60 100 60, false",
    })
    void aCrossingIs(
            String what,
            String from,
            String to,
            String line,
            String otherFrom,
            String otherTo,
            String other,
            boolean yes) {
        var one = new Flow("one", from, to, List.of(), segments(line));
        var two = new Flow("two", otherFrom, otherTo, List.of(), segments(other));

        assertThat(one.crosses(two)).isEqualTo(yes);
        assertThat(two.crosses(one)).isEqualTo(yes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "through a box, X, 0 50 100 50, true",
        "along its edge, X, 0 40 100 40, false",
        "its own source, A, 0 50 100 50, false",
        "the subprocess that it is in, S, 0 50 100 50, false",
    })
    void runningThroughIs(String what, String box, String line, boolean yes) {
        var flow = new Flow("flow", "A", "B", List.of("S"), segments(line));

        assertThat(flow.runsThrough(new Shape(box, new Rectangle2D.Double(30, 40, 20, 20))))
                .isEqualTo(yes);
    }

    private static List<Line2D> segments(String line) {
        var at = Stream.of(line.split(" ")).map(Double::valueOf).toList();
        return IntStream.range(0, at.size() / 2 - 1)
                .mapToObj(point -> (Line2D) new Line2D.Double(
                        at.get(2 * point), at.get(2 * point + 1), at.get(2 * point + 2), at.get(2 * point + 3)))
                .toList();
    }

    static List<Path> models() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    private record Shape(String id, Rectangle2D bounds) {}

    /**
     * A line of the picture.
     *
     * @param around the subprocesses that the flow is in
     */
    private record Flow(String id, String source, String target, List<String> around, List<Line2D> segments) {

        /** Two that begin or end at one place may lie upon each other on their way from or to it. */
        boolean crosses(Flow other) {
            var related = source.equals(other.source) || target.equals(other.target);
            return segments.stream().anyMatch(one -> other.segments.stream()
                    .anyMatch(two -> related ? crossProperly(one, two) : one.intersectsLine(two)));
        }

        /** Each has its ends on either side of the other. */
        private static boolean crossProperly(Line2D one, Line2D two) {
            return one.relativeCCW(two.getP1()) * one.relativeCCW(two.getP2()) < 0
                    && two.relativeCCW(one.getP1()) * two.relativeCCW(one.getP2()) < 0
                    && !parallel(one, two);
        }

        /** On one line Java says on which side of the segment a point lies, too. */
        private static boolean parallel(Line2D one, Line2D two) {
            return (one.getX2() - one.getX1()) * (two.getY2() - two.getY1())
                    == (one.getY2() - one.getY1()) * (two.getX2() - two.getX1());
        }

        boolean runsThrough(Shape shape) {
            if (List.of(source, target).contains(shape.id) || around.contains(shape.id)) {
                return false;
            }
            var inside = new Rectangle2D.Double(
                    shape.bounds.getX() + 1,
                    shape.bounds.getY() + 1,
                    shape.bounds.getWidth() - 2,
                    shape.bounds.getHeight() - 2);
            return segments.stream().anyMatch(inside::intersectsLine);
        }
    }

    private record Drawing(List<Flow> flows, List<Shape> shapes) {

        static Drawing of(Path file) {
            var model = Bpmn.readModelFromFile(file.toFile());
            return new Drawing(
                    model.getModelElementsByType(BpmnEdge.class).stream()
                            .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
                            .map(edge -> flow((SequenceFlow) edge.getBpmnElement(), edge))
                            .toList(),
                    shapes(model));
        }

        private static Flow flow(SequenceFlow flow, BpmnEdge edge) {
            var points = edge.getWaypoints().stream()
                    .map(point -> new Point2D.Double(point.getX(), point.getY()))
                    .toList();
            return new Flow(
                    flow.getId(),
                    flow.getSource().getId(),
                    flow.getTarget().getId(),
                    around(flow),
                    IntStream.range(1, points.size())
                            .mapToObj(end -> (Line2D) new Line2D.Double(points.get(end - 1), points.get(end)))
                            .toList());
        }

        private static List<String> around(SequenceFlow flow) {
            var around = new ArrayList<String>();
            ModelElementInstance scope = flow.getParentElement();
            while (scope instanceof FlowNode node) {
                around.add(node.getId());
                scope = node.getParentElement();
            }
            return around;
        }

        private static List<Shape> shapes(BpmnModelInstance model) {
            return model.getModelElementsByType(BpmnShape.class).stream()
                    .map(shape -> new Shape(
                            shape.getBpmnElement().getId(),
                            new Rectangle2D.Double(
                                    shape.getBounds().getX(),
                                    shape.getBounds().getY(),
                                    shape.getBounds().getWidth(),
                                    shape.getBounds().getHeight())))
                    .toList();
        }
    }
}
