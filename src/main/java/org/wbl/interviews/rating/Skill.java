package org.wbl.interviews.rating;

/**
 * The skill set II-8: the four skills that the city's fact sheet names (communication, critical thinking, workplace
 * appearance, timeliness) and four that an interview shows.
 */
public enum Skill {
    COMM,
    CRIT,
    APPR,
    TIME,
    PREP,
    INIT,
    RESP,
    LIST
}
