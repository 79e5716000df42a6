package org.wbl.interviews.process.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a date, time of day or both, in the very notation the viewer writes.
 *
 * <p>"Today" is the person's, whose time zone we do not know: a day counts as passed once it is over everywhere on
 * earth. For the same reason a time in UTC is checked against steps of at most 15 minutes, as zones differ by multiples
 * of that.
 *
 * @param untouched whether it is the value that the viewer was given: then it keeps a time between the steps
 */
record Times(Component field, Clock clock, boolean untouched) {

    private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");
    private static final Pattern OFFSET = Pattern.compile("[+-](0\\d|1[0-4]):(00|15|30|45)");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final List<Integer> STEPS = List.of(1, 5, 10, 15, 30, 60);
    private static final int USUAL_STEP = 15;
    private static final int TIME_LENGTH = 5;
    private static final int DAY_LENGTH = 10;

    @Nullable
    String misfit(Object value) {
        var subtype = String.valueOf(field.attributes().get("subtype"));
        var fits = value instanceof String text
                && switch (subtype) {
                    case "date" -> isDay(text, 0);
                    case "time" -> isTime(text);
                    case "datetime" ->
                        text.length() > DAY_LENGTH
                                && text.charAt(DAY_LENGTH) == 'T'
                                && isDay(text.substring(0, DAY_LENGTH), 1)
                                && isTime(text.substring(DAY_LENGTH + 1));
                    default -> false;
                };
        return fits ? null : wanted(subtype);
    }

    private boolean isDay(String text, int tolerance) {
        var matcher = DAY.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            var day = LocalDate.parse(text);
            return !day.isBefore(earliest().minusDays(tolerance));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private LocalDate earliest() {
        return Tree.truthy(field.attributes().get("disallowPassedDates"))
                ? LocalDate.now(clock.withZone(LAST_ON_EARTH))
                : EARLIEST;
    }

    private boolean isTime(String text) {
        if (text.length() < TIME_LENGTH) {
            return false;
        }
        var matcher = TIME.matcher(text.substring(0, TIME_LENGTH));
        if (!matcher.matches()) {
            return false;
        }
        var minutes = Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
        var zone = text.substring(TIME_LENGTH);
        return switch (format()) {
            case "utc_normalized" -> zone.equals("Z") && minutes % Math.min(step(), 15) == 0;
            case "utc_offset" -> OFFSET.matcher(zone).matches() && minutes % step() == 0;
            default -> zone.isEmpty() && minutes % step() == 0;
        };
    }

    private String format() {
        return String.valueOf(field.attributes().get("timeSerializingFormat"));
    }

    private int step() {
        if (untouched) {
            return 1;
        }
        var step = field.attributes().get("timeInterval");
        return step instanceof Number number && STEPS.contains(number.intValue()) ? number.intValue() : USUAL_STEP;
    }

    private String wanted(String subtype) {
        var today = Tree.truthy(field.attributes().get("disallowPassedDates")) ? ", today or later" : "";
        var steps = step() == 1 ? "" : " in steps of %d minutes".formatted(step());
        return switch (subtype) {
            case "time" -> "must be a time of day%s.".formatted(steps);
            case "datetime" -> "must be a date and a time%s%s.".formatted(steps, today);
            default -> "must be a date%s.".formatted(today);
        };
    }
}
