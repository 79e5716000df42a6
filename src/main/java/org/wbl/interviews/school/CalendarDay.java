package org.wbl.interviews.school;

import java.time.LocalDate;

/** A day that is not like others in a school's calendar, such as Thanksgiving. */
record CalendarDay(LocalDate day, Kind kind, String name) {

    /** What is different. */
    enum Kind {
        /** No school, and no business day either. */
        HOLIDAY,
        /** No school. */
        CLOSED,
        /** School, but nobody visits a workplace: the buses do not run. */
        HALF_DAY,
        /** School, but no interview takes place. */
        EXAM
    }
}
