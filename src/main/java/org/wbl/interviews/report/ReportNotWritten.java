package org.wbl.interviews.report;

/** A workbook could not be written; the message tells the administrator what to do. */
public class ReportNotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReportNotWritten(Report report, Throwable cause) {
        super(
                ("The workbook of report %d (%s, %s) could not be written, and nobody got it: %s. Mend the cause, then"
                                + " retry it in Cockpit; it is sent once.")
                        .formatted(
                                report.id(),
                                report.schools().isEmpty() ? "every school" : String.join(", ", report.schools()),
                                report.period().words(),
                                cause.getMessage()),
                cause);
    }
}
