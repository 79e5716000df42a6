package org.wbl.interviews.process;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** What the author of a model entered for an element, by the name of the property. */
public record ElementProperties(String element, Map<String, String> values) {

    /** Returns the properties of the element that is executed. */
    public static ElementProperties of(DelegateExecution execution) {
        BaseElement element = execution.getBpmnModelElementInstance();
        var extensions = Optional.ofNullable(element.getExtensionElements());
        return new ElementProperties(
                element.getId(),
                extensions.stream()
                        .flatMap(all -> all.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue)));
    }

    /** Returns a property, or fails naming it and its element. */
    public String get(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalStateException(
                        "The element '%s' has no property '%s'. Enter it in the model.".formatted(element, name)));
    }
}
