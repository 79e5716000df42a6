package org.wbl.interviews.process;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What forms show of a case beyond its variables: names, dates, lists to choose from. Every bean of this type adds what
 * it knows.
 *
 * <p>Read from our tables at the moment of display, so that nothing personal has to become a process variable. Values
 * are texts, numbers, or lists of {@code Map.of("label", …, "value", …)} for the options of a field.
 */
public interface FormFacts {

    /**
     * Returns the facts that a task's form may show.
     *
     * @param audience the candidate group that the form is for; employers see less than the school
     * @param variables the task's variables
     * @param names what the form names, be it by chance: of nothing else a fact is needed
     * @param language in which dates and words are written to people outside
     */
    Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language);

    /** Returns the option lists that a start form asks for, for somebody of these schools. */
    Map<String, Object> forStart(Set<String> schools, Set<String> lists);
}
