package org.wbl.interviews.process;

/** What Java may know about {@code impact-letter}. */
public final class ImpactProcess {

    public static final String KEY = "impact-letter";

    /** The calendar year in which the school year began. */
    public static final ProcessVariable<Integer> SCHOOL_YEAR = ProcessVariable.integer("schoolYear");

    public static final ProcessVariable<Boolean> LETTER_APPROVED = ProcessVariable.bool("letterApproved");

    private ImpactProcess() {}
}
