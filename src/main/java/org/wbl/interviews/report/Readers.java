package org.wbl.interviews.report;

/** Whom a report is written for. */
public enum Readers {
    /** The coordinators and administrators of the school. */
    STAFF,
    /** Who leads every school in it; they are asked for a comment. */
    LEADERSHIP,
    /** Who asked for it, alone. */
    ASKER
}
