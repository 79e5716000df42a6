package org.wbl.interviews.school;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.school.CalendarDay.Kind;

/**
 * The days of one school year that are not like others, from a CSV file (RFC 4180, UTF-8): the line
 * {@code date,kind,name}, then a line a day.
 */
record CalendarFile(SchoolYear year, List<CalendarDay> days) {

    private static final List<String> HEADER = List.of("date", "kind", "name");
    private static final int LENGTH_OF_DATE = "2026-11-26".length();
    private static final int LONGEST_NAME = 100;

    /** Reads the whole file, or tells everything that is wrong in it. */
    static CalendarFile read(byte[] content) throws Refused {
        var reading = new Reading();
        reading.read(text(content));
        if (reading.problems.isEmpty() && reading.year == null) {
            reading.problems.add("The file has no day in it.");
        }
        if (reading.year == null || !reading.problems.isEmpty()) {
            throw new Refused(reading.problems);
        }
        return new CalendarFile(reading.year, List.copyOf(reading.days));
    }

    private static String text(byte[] content) throws Refused {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused(
                    List.of("The file is not a text in UTF-8: save it from your spreadsheet as \"CSV UTF-8\"."));
        }
    }

    /** The file as far as it was read. */
    private static final class Reading {

        private final List<CalendarDay> days = new ArrayList<>();
        private final Map<LocalDate, Long> lines = new TreeMap<>();
        private final List<String> problems = new ArrayList<>();
        private @Nullable SchoolYear year;

        void read(String text) {
            var line = 1L;
            try (var parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
                for (var rows = parser.iterator(); rows.hasNext(); line = parser.getCurrentLineNumber() + 1) {
                    var row = rows.next();
                    if (line > 1) {
                        take(line, row);
                    } else if (!row.stream().map(String::strip).toList().equals(HEADER)) {
                        refuse(line, "the file must begin with the line date,kind,name.");
                        return;
                    }
                }
                if (line == 1) {
                    refuse(line, "the file must begin with the line date,kind,name.");
                }
            } catch (IOException | UncheckedIOException e) {
                refuse(line, "a quotation mark is in a wrong place or not closed, and nothing after it was read.");
            }
        }

        private void take(long line, CSVRecord row) {
            if (row.size() == 1 && row.get(0).isBlank()) {
                return; // an empty line
            }
            if (row.size() != HEADER.size()) {
                refuse(line, "a line has the three columns date, kind and name.");
                return;
            }
            var day = day(line, row.get(0).strip());
            var kind = kind(line, row.get(1).strip());
            var name = name(line, row.get(2).strip());
            if (day.isPresent() && kind.isPresent() && name.isPresent()) {
                days.add(new CalendarDay(day.get(), kind.get(), name.get()));
            }
        }

        private Optional<LocalDate> day(long line, String text) {
            LocalDate day;
            try {
                day = LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                return refuse(line, "the date must be a day of the calendar, written like 2026-11-26.");
            }
            if (text.length() != LENGTH_OF_DATE) { // years have four digits
                return refuse(line, "the date must be a day of the calendar, written like 2026-11-26.");
            }
            if (year == null) {
                year = SchoolYear.of(day);
            }
            if (!SchoolYear.of(day).equals(year)) {
                return refuse(
                        line,
                        "the day must be in the same school year as the first one, %s to %s."
                                .formatted(year.first(), year.last()));
            }
            if (day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY) {
                return refuse(line, "the day is on a weekend, which is closed anyway.");
            }
            var earlier = lines.putIfAbsent(day, line);
            return earlier == null
                    ? Optional.of(day)
                    : refuse(line, "the day is in line %d already.".formatted(earlier));
        }

        private Optional<Kind> kind(long line, String text) {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.name().equals(text))
                    .findFirst()
                    .or(() -> refuse(line, "the kind must be HOLIDAY, CLOSED, HALF_DAY or EXAM."));
        }

        private Optional<String> name(long line, String text) {
            return text.isEmpty()
                            || text.length() > LONGEST_NAME
                            || text.chars().anyMatch(Character::isISOControl)
                    ? refuse(line, "the name must have 1 to %d characters in one line.".formatted(LONGEST_NAME))
                    : Optional.of(text);
        }

        private <T> Optional<T> refuse(long line, String why) {
            problems.add("Line %d: %s".formatted(line, why));
            return Optional.empty();
        }
    }

    /** Nothing is imported, for these reasons; each is a sentence that repeats nothing of the file. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> problems;

        Refused(List<String> problems) {
            super("The calendar file has %d problems.".formatted(problems.size()));
            this.problems = List.copyOf(problems);
        }

        List<String> problems() {
            return problems;
        }
    }
}
