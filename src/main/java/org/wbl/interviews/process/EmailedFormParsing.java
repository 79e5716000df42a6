package org.wbl.interviews.process;

import static org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS;
import static org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.JOB_HANDLER_CONFIG_PROPERTY_DELIMITER;
import static org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.JOB_HANDLER_CONFIG_TASK_LISTENER_PREFIX;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes a user task with the element template "Emailed form" issue a link, remind, and close the link.
 *
 * <p>The template's properties: {@code mail}, {@code reminders} (days, separated by commas), {@code expiresAfterDays}
 * and {@code asksForCode}. Reminders are timeout listeners of the task, so that they end with it; giving up and calling
 * are drawn in the model.
 */
class EmailedFormParsing extends AbstractBpmnParseListener {

    private static final int MOST_REMINDERS = 3;

    private final ExpressionManager expressions;
    private final ObjectProvider<EmailedForms> emailedForms;

    EmailedFormParsing(ExpressionManager expressions, ObjectProvider<EmailedForms> emailedForms) {
        this.expressions = expressions;
        this.emailedForms = emailedForms;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var properties = properties(element);
        if (!properties.containsKey("mail")) {
            return;
        }
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var form = form(activity.getId(), element, properties);
        task.addTaskListener(
                TaskListener.EVENTNAME_CREATE,
                created -> emailedForms.getObject().ask(created, form));
        task.addTaskListener(
                TaskListener.EVENTNAME_COMPLETE,
                done -> emailedForms.getObject().close(done));
        task.addTaskListener(
                TaskListener.EVENTNAME_DELETE, gone -> emailedForms.getObject().close(gone));
        if (!form.reminders().isEmpty()) {
            var timers = new HashMap<String, TimerDeclarationImpl>();
            for (var days : form.reminders()) {
                var listener = "reminder-" + days;
                task.addTimeoutTaskListener(
                        listener, open -> emailedForms.getObject().remind(open));
                timers.put(listener, reminder(activity, listener, form.role(), days));
            }
            activity.setScope(true);
            activity.setEventScope(activity);
            activity.getProperties().putMapEntry(TIMEOUT_LISTENER_DECLARATIONS, activity.getId(), timers);
        }
    }

    private TimerDeclarationImpl reminder(ActivityImpl activity, String listener, String role, int days) {
        var text = "${calendar.%s(%d)}"
                .formatted("employers".equals(role) ? "onMorningInBusinessDays" : "onMorningInSchoolDays", days);
        var timer = new TimerDeclarationImpl(
                expressions.createExpression(text), TimerDeclarationType.DATE, TimerTaskListenerJobHandler.TYPE);
        timer.setExclusive(true);
        timer.setActivity(activity);
        timer.setJobConfiguration("DATE: " + text);
        timer.setRawJobHandlerConfiguration(activity.getId()
                + JOB_HANDLER_CONFIG_PROPERTY_DELIMITER
                + JOB_HANDLER_CONFIG_TASK_LISTENER_PREFIX
                + listener);
        return timer;
    }

    private static EmailedForm form(String activity, Element element, Map<String, String> properties) {
        var role = String.valueOf(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "candidateGroups"));
        if (!List.of("employers", "guardians", "students").contains(role)) {
            throw new BpmnParseException(
                    ("The emailed form '%s' must have exactly one of the candidate groups employers, guardians or"
                                    + " students.")
                            .formatted(activity),
                    element);
        }
        try {
            var reminders = Arrays.stream(
                            properties.getOrDefault("reminders", "").split(","))
                    .map(String::strip)
                    .filter(day -> !day.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
            if (reminders.size() > MOST_REMINDERS) {
                throw new BpmnParseException(
                        "The emailed form '%s' must have three reminders at most.".formatted(activity), element);
            }
            return new EmailedForm(
                    role,
                    properties.getOrDefault("mail", ""),
                    reminders,
                    Integer.parseInt(
                            properties.getOrDefault("expiresAfterDays", "30").strip()),
                    Boolean.parseBoolean(properties.getOrDefault("asksForCode", "false")));
        } catch (NumberFormatException e) {
            throw new BpmnParseException(
                    "The reminders and the expiry of the emailed form '%s' must be whole numbers of days."
                            .formatted(activity),
                    element,
                    e);
        }
    }

    private static Map<String, String> properties(Element userTask) {
        var found = new HashMap<String, String>();
        var extensions = userTask.element("extensionElements");
        var properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            for (var property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
                found.put(property.attribute("name"), property.attribute("value"));
            }
        }
        return found;
    }
}
