package org.wbl.interviews.process;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Makes every user task tell what it is about, so that a list of twenty equal tasks can be read. */
class TaskSubjectParsing extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskSubjects> subjects;

    TaskSubjectParsing(ObjectProvider<TaskSubjects> subjects) {
        this.subjects = subjects;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(
                        TaskListener.EVENTNAME_CREATE,
                        task -> task.setVariableLocal(
                                TaskSubjects.ABOUT, subjects.getObject().of(task)));
    }
}
