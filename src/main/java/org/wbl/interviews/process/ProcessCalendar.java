package org.wbl.interviews.process;

import org.jspecify.annotations.Nullable;

/**
 * The bean that models name {@code calendar}: every due date and timer is computed on a school's calendar.
 *
 * <p>{@code ${calendar.inSchoolDays(5)}} in a model asks the calendar of the school that the running case belongs to.
 */
public interface ProcessCalendar {

    /**
     * Returns the object whose methods expressions may call.
     *
     * @param school null in a case of the whole district
     * @param interview null in a case that is not about one interview
     */
    Object of(@Nullable String school, @Nullable String interview);
}
