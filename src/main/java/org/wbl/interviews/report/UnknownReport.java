package org.wbl.interviews.report;

/** Somebody asked for a report that was never kept. */
public class UnknownReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownReport(long id) {
        super("There is no report with id %d".formatted(id));
    }
}
