package org.wbl.interviews.process;

import java.util.Set;

/** What Java may know about {@code processes/trouble/safety-concern.bpmn}: its key and its variables. */
public final class SafetyProcess {

    public static final String KEY = "safety-concern";

    /** The processes of which a case, or a count of cases, tells that there is a concern. */
    static final Set<String> TELLING = Set.of(KEY, "report-safety-concern", InterviewProcess.CONCERN_KEY);

    /** The only thing the case knows: what was said stands in our table. */
    public static final ProcessVariable<Long> REPORT_ID = new ProcessVariable<>("safetyReportId", Long.class);

    public static final ProcessVariable<Boolean> ACTION_NEEDED = ProcessVariable.bool("safetyActionNeeded");
    public static final ProcessVariable<Boolean> SETTLED = ProcessVariable.bool("safetyConcernSettled");

    private SafetyProcess() {}
}
