package org.wbl.interviews.process;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Says what a task is about, in one line for staff; called by the engine for each new task. */
public interface TaskSubjects {

    /** The task's own variable that holds the line; task lists show it. It goes when the task goes. */
    String ABOUT = "about";

    /** Returns the line, such as "I-1001, Maya Ortega, Riverside Animal Clinic"; empty if there is nothing to say. */
    String of(DelegateTask task);
}
