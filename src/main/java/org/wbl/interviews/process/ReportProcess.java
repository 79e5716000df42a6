package org.wbl.interviews.process;

/** What Java may know about the models of reports: their keys and their variables. */
public final class ReportProcess {

    /** Leadership reads it. */
    public static final String KEY = "leadership-report";

    /** The weekly one, for the coordinators and administrators of a school. */
    public static final String SCHOOL_KEY = "school-report";

    public static final ProcessVariable<Long> REPORT_ID = new ProcessVariable<>("reportId", Long.class);

    /** Whether leadership is asked to read it, or only gets it who asked for it. */
    public static final ProcessVariable<Boolean> LEADERSHIP_READS = ProcessVariable.bool("leadershipReads");

    public static final ProcessVariable<String> COMMENT = ProcessVariable.string("comment");

    private ReportProcess() {}

    /** Returns the business key of the process that writes a report. */
    public static String businessKey(long report) {
        return "report-" + report;
    }
}
