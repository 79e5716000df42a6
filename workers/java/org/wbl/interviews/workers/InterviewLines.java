package org.wbl.interviews.workers;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.wbl.interviews.interview.Interviews;

/** Says an interview in one line, for lists that staff choose from. */
final class InterviewLines {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);

    private InterviewLines() {}

    static String of(Interviews.Line interview, Clock clock) {
        var date = interview.startsAt() == null
                ? "no date yet"
                : DATE.format(interview.startsAt().atZoneSameInstant(clock.getZone()));
        return Stream.of(interview.id(), interview.studentName(), interview.employerName(), date)
                .filter(Objects::nonNull)
                .collect(joining(", "));
    }
}
