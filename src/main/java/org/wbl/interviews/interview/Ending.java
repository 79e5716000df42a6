package org.wbl.interviews.interview;

/** How an interview can end: a closed list, and the only endings that reports count. */
public enum Ending {
    COMPLETED,
    STU_ABSENT,
    STU_LATE,
    STU_WITHDREW,
    STU_TRANSFER,
    STU_DISCHARGE,
    EMP_ABSENT,
    EMP_CANCEL,
    EMP_SILENT,
    EMP_OPTOUT,
    NO_EMPLOYER,
    NO_CONSENT,
    CONSENT_WITHDRAWN,
    NO_APPROVAL,
    NOT_PREPARED,
    TRANSPORT,
    WEATHER,
    BUILDING_CLOSED,
    TECH,
    SAFETY,
    ILLNESS,
    CONFLICT_EXAM,
    STAFF_ABSENT,
    DUPLICATE,
    DATA_ERROR,
    OTHER
}
