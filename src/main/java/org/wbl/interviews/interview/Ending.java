package org.wbl.interviews.interview;

/** How an interview can end: a closed list, and the only endings that reports count. */
public enum Ending {
    COMPLETED,
    STUDENT_NO_SHOW,
    EMPLOYER_NO_SHOW,
    NOT_HELD,
    NO_EMPLOYER,
    NO_CONSENT,
    NO_APPROVAL,
    NOT_READY,
    CANCELLED_BY_SCHOOL,
    CANCELLED_BY_EMPLOYER,
    CANCELLED_BY_STUDENT
}
