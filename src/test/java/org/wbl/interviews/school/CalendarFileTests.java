package org.wbl.interviews.school;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wbl.interviews.school.CalendarDay.Kind;

@DisplayName("A calendar file")
class CalendarFileTests {

    @Test
    void holdsTheDaysOfASchoolYear() throws Exception {
        var file = CalendarFile.read(
                bytes(
                        "\uFEFFdate,kind,name\r\n2026-07-01,HOLIDAY,\"Day, the \"\"first\"\"\"\r\n2027-06-30, EXAM , Últimos\r\n"));

        assertThat(file)
                .isEqualTo(new CalendarFile(
                        new SchoolYear(2026),
                        List.of(
                                new CalendarDay(LocalDate.parse("2026-07-01"), Kind.HOLIDAY, "Day, the \"first\""),
                                new CalendarDay(LocalDate.parse("2027-06-30"), Kind.EXAM, "Últimos"))));
        assertThat(file.year().first()).isEqualTo("2026-07-01");
        assertThat(file.year().last()).isEqualTo("2027-06-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"date,kind,name\n2028-02-29,CLOSED,Leap day", "date,kind,name\r2028-02-29,CLOSED,Leap day\r\r"})
    void mayEndItsLinesAsAnySystemDoes(String text) throws Exception {
        assertThat(CalendarFile.read(bytes(text)).year()).isEqualTo(new SchoolYear(2027));
    }

    @Test
    void isReadAsTheSampleInTheGuide() throws Exception {
        var file = CalendarFile.read(Files.readAllBytes(Path.of("docs/school-calendar.csv")));

        assertThat(file.days()).extracting(CalendarDay::kind).contains(Kind.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11/26/2026,CLOSED,Recess | Line 3: the date must be a day of the calendar, written like 2026-11-26.",
                "2026-11-31,CLOSED,Recess | Line 3: the date must be a day of the calendar, written like 2026-11-26.",
                "2027-02-29,CLOSED,Recess | Line 3: the date must be a day of the calendar, written like 2026-11-26.",
                "+12026-11-26,CLOSED,Recess | Line 3: the date must be a day of the calendar, written like 2026-11-26.",
                ",CLOSED,Recess | Line 3: the date must be a day of the calendar, written like 2026-11-26.",
                "2026-11-26,RECESS,Recess | Line 3: the kind must be HOLIDAY, CLOSED, HALF_DAY or EXAM.",
                "2026-11-26,closed,Recess | Line 3: the kind must be HOLIDAY, CLOSED, HALF_DAY or EXAM.",
                "2026-11-26,CLOSED, | Line 3: the name must have 1 to 100 characters in one line.",
                "2026-11-28,CLOSED,Recess | Line 3: the day is on a weekend, which is closed anyway.",
                "2026-11-29,CLOSED,Recess | Line 3: the day is on a weekend, which is closed anyway.",
                "2026-09-07,CLOSED,Recess | Line 3: the day is in line 2 already.",
                "2026-06-30,CLOSED,Recess | Line 3: the day must be in the same school year as the first one, 2026-07-01 to 2027-06-30.",
                "2027-07-01,CLOSED,Recess | Line 3: the day must be in the same school year as the first one, 2026-07-01 to 2027-06-30.",
                "2026-11-26,CLOSED | Line 3: a line has the three columns date, kind and name.",
                "2026-11-26,CLOSED,Recess,more | Line 3: a line has the three columns date, kind and name.",
                "2026-11-26;CLOSED;Recess | Line 3: a line has the three columns date, kind and name.",
                "2026-11-26,CLOSED,\"Recess | Line 3: a quotation mark is in a wrong place or not closed, and nothing after it was read.",
                "2026-11-26,CLOSED,\"Rec\"ess | Line 3: a quotation mark is in a wrong place or not closed, and nothing after it was read.",
            })
    void isRefusedForABadRowWithItsLineNumber(String row, String problem) {
        assertThat(problems("date,kind,name\n2026-09-07,HOLIDAY,Labor Day\n" + row + "\n"))
                .containsExactly(problem);
    }

    @Test
    void isToldEverythingThatIsWrongAtOnce() {
        assertThat(problems("""
                        date,kind,name
                        2026-09-07,HOLIDAY,Labor Day

                        tomorrow,NONE,
                        2026-11-26,CLOSED,"Recess
                        and feast"
                        2026-11-28,CLOSED,Recess
                        2026-09-07,EXAM,Again
                        """))
                .containsExactly(
                        "Line 4: the date must be a day of the calendar, written like 2026-11-26.",
                        "Line 4: the kind must be HOLIDAY, CLOSED, HALF_DAY or EXAM.",
                        "Line 4: the name must have 1 to 100 characters in one line.",
                        "Line 5: the name must have 1 to 100 characters in one line.",
                        "Line 7: the day is on a weekend, which is closed anyway.",
                        "Line 8: the day is in line 2 already.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-09-07,HOLIDAY,Labor Day",
                "date;kind;name",
                "date,kind",
                "name,date,kind",
                "\n\ndate,kind,name",
                "<html>"
            })
    void isRefusedWithoutItsHeader(String text) {
        assertThat(problems(text)).containsExactly("Line 1: the file must begin with the line date,kind,name.");
    }

    @Test
    void isRefusedWithoutADay() {
        assertThat(problems("date,kind,name\n")).containsExactly("The file has no day in it.");
    }

    @Test
    void isRefusedWhenItIsNoTextInUtf8() {
        var problem = "The file is not a text in UTF-8: save it from your spreadsheet as \"CSV UTF-8\".";

        assertThat(problems("date,kind,name\n2026-09-07,HOLIDAY,Día".getBytes(ISO_8859_1)))
                .containsExactly(problem);
        assertThat(problems(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, (byte) 0xff}))
                .containsExactly(problem);
    }

    @Test
    void namesNoDayWithWhatADatabaseCannotHold() {
        assertThat(problems("date,kind,name\n2026-09-07,HOLIDAY,Labor\0Day\n2026-11-26,CLOSED," + "x".repeat(101)))
                .containsExactly(
                        "Line 2: the name must have 1 to 100 characters in one line.",
                        "Line 3: the name must have 1 to 100 characters in one line.");
    }

    private static List<String> problems(String text) {
        return problems(bytes(text));
    }

    private static List<String> problems(byte[] content) {
        var problems = new ArrayList<String>();
        assertThatThrownBy(() -> CalendarFile.read(content))
                .asInstanceOf(type(CalendarFile.Refused.class))
                .satisfies(refused -> problems.addAll(refused.problems()));
        return problems;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
