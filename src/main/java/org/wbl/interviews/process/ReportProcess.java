package org.wbl.interviews.process;

/** What Java may know about {@code processes/reports/leadership-report.bpmn}: its key and its variables. */
public final class ReportProcess {

    public static final String KEY = "leadership-report";

    public static final ProcessVariable<Long> REPORT_ID = new ProcessVariable<>("reportId", Long.class);
    public static final ProcessVariable<String> COMMENT = ProcessVariable.string("comment");

    private ReportProcess() {}
}
