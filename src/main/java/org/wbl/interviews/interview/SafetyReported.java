package org.wbl.interviews.interview;

/**
 * Somebody said that something felt unsafe; published in the transaction that keeps it.
 *
 * @param report its id among the {@link SafetyReports}
 */
public record SafetyReported(long report, String school) {}
