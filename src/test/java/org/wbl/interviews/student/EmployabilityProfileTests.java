package org.wbl.interviews.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wbl.interviews.rating.Skill;

@DisplayName("The Employability Skills Profile")
class EmployabilityProfileTests {

    private final OneSchool school = OneSchool.create();

    @Test
    void showsSkillsOnTheFirstPageAndWhatTheyRestOnOnTheSecond() throws IOException {
        var student = school.student(OneSchool.CODE, "900000101", "Amina", "Bello");
        var first = school.held(student, "2026-05-12", "Pier Nine Pharmacy");
        var second = school.held(student, "2026-11-02", "Riverside Animal Clinic");
        school.rated(first, "EMPLOYER", "COMM", 2, null);
        school.rated(second, "EMPLOYER", "COMM", 3, null);
        school.rated(first, "TEACHER", "COMM", 3, null);
        school.rated(second, "EMPLOYER", "CRIT", null, null);
        school.rated(first, "STUDENT", "LIST", 4, null);
        school.rated(second, "STUDENT", "LIST", null, null);
        school.minutes(first, 60, 35, 30, 125, 35);
        school.minutes(second, 90, 40, 45, 175, 40);
        school.nextStep(first, "WORKPLACE_TOUR", "The pharmacy", null);
        school.nextStep(second, "JOB_SHADOW", "A day with the veterinarian", "carla");
        school.strength(second, "She asked what no student had asked before.");

        try (var profile = Loader.loadPDF(keep("profile", school.print(student)))) {
            assertThat(profile.getNumberOfPages()).isEqualTo(2);
            assertThat(page(profile, 1))
                    .contains("Harbor Point High School", "Employability Skills Profile", "School year 2026–27")
                    .contains("Amina Bello", "900000101", "11", "Health sciences")
                    .containsPattern("Communication.*3 Proficient 3 Proficient Not rated yet")
                    .contains("2 ratings, up 1 one rating")
                    .containsPattern("Critical thinking.*Not observed Not rated yet Not rated yet")
                    .containsPattern("Listening Not rated yet Not rated yet 4 Exemplary .*one rating")
                    .contains("1 Not yet", "4 Exemplary", "The score is left empty and is part of no average")
                    .contains("Page 1 of 2");
            assertThat(page(profile, 2))
                    .contains("Interviews held: 2")
                    .containsPattern(
                            "Nov 2, 2026 Riverside Animal Clinic.*At the workplace 40.*May 12, 2026 Pier Nine Pharmacy.*35")
                    .contains("School year 2026–27 1.50 0.50 0.75 2.75 2.75 0.50")
                    .contains("All school years 2.50 1.25 1.25 5.00 5.00 1.25")
                    .contains(
                            "Job shadow: a day beside somebody at work, by February 1, 2027: A day with the veterinarian")
                    .doesNotContain("The pharmacy")
                    .contains("“She asked what no student had asked before.” Riverside Animal Clinic, November 2026")
                    .contains("Student, date", "Teacher, date")
                    .contains("Page 2 of 2");
        }
    }

    @Test
    void isATaggedDocumentOnUsLetterPaperWithTitleLanguageAndItsOwnLetters() throws IOException {
        var student = school.student(OneSchool.CODE, "900000102", "José", "Łukasiewicz");

        try (var profile = Loader.loadPDF(school.print(student))) {
            var catalog = profile.getDocumentCatalog();
            assertThat(profile.getDocumentInformation().getTitle())
                    .isEqualTo("Employability Skills Profile: José Łukasiewicz");
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            for (var page : profile.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(612);
                assertThat(page.getMediaBox().getHeight()).isEqualTo(792);
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void hasTwoPagesForAStudentOfWhomNothingIsKnown() throws IOException {
        var student = school.student(OneSchool.CODE, "900000103", "Mei", "Lin");

        try (var profile = Loader.loadPDF(keep("profile-empty", school.print(student)))) {
            assertThat(profile.getNumberOfPages()).isEqualTo(2);
            assertThat(page(profile, 1)).contains("No interview has taken place yet.", "Not rated yet");
            assertThat(page(profile, 2)).contains("Interviews held: 0 None yet.", "0.00");
        }
    }

    @Test
    void showsTheNewestOfManyInterviewsAndSaysHowManyMoreThereAre() throws IOException {
        var student = school.student(OneSchool.CODE, "900000104", "Jonas", "Petrov");
        for (var number = 1; number <= 60; number++) {
            var day = LocalDate.of(2026, 1, 1).plusDays(5L * number);
            var interview = school.held(student, day.toString(), "Employer of a rather long name, " + number);
            school.nextStep(interview, "JOB_SHADOW", "A day there", "carla");
            school.strength(interview, "Came prepared.");
        }

        try (var profile = Loader.loadPDF(keep("profile-many", school.print(student)))) {
            var second = page(profile, 2);
            assertThat(profile.getNumberOfPages()).isEqualTo(2);
            assertThat(second).contains("Interviews held: 60", "long name, 60", "long name, 59");
            var shown = second.split("Employer of a rather long name, \\d+ Vet", -1).length - 1;
            assertThat(shown).isBetween(8, 11);
            assertThat(second)
                    .contains("and %d more before; all are counted below".formatted(60 - shown))
                    .doesNotContain("long name, %d ".formatted(60 - shown))
                    .containsPattern("(Job shadow.*){3}(“Came prepared.” .*){3}")
                    .doesNotContainPattern("(Job shadow.*){4}");
        }
    }

    @Test
    void hasTwoPagesHoweverLongTheWords() throws IOException {
        var words = "Wolfeschlegelsteinhausenbergerdorff".repeat(8);
        var student = school.student(OneSchool.CODE, words, words, words);
        school.database()
                .sql("update interviews.student set program = :words where id = :id")
                .param("words", words)
                .param("id", student)
                .update();
        for (var number = 1; number <= 20; number++) {
            var interview = school.held(student, "2026-10-%02d".formatted(number), "王".repeat(200) + number);
            school.nextStep(interview, "SECOND_INTERVIEW_OTHER_FIELD", "王".repeat(1000), "carla");
            school.strength(interview, words.repeat(5));
            for (var role : List.of("EMPLOYER", "TEACHER", "STUDENT")) {
                for (var skill : Skill.values()) {
                    school.rated(interview, role, skill.name(), number < 20 ? 4 : 1, null);
                }
            }
        }

        try (var profile = Loader.loadPDF(keep("profile-long", school.print(student)))) {
            assertThat(profile.getNumberOfPages()).isEqualTo(2);
            assertThat(page(profile, 1))
                    .contains("…", "1 Not yet 1 Not yet", "20 ratings, down 3", "is part of no average");
            assertThat(page(profile, 2)).contains("…", "more before", "Hours are given in full quarters.");
        }
    }

    @Test
    void takesMarkupForWhatItIsAndFetchesNothing() throws IOException {
        var markup = "<script>alert(1)</script><img src=http://127.0.0.1:1/x> [[${1+1}]]";
        var student = school.student(OneSchool.CODE, "<b>7</b>", markup, "O’Neil & Söhne\u0007");
        school.strength(school.held(student, "2026-11-02", "<a href='file:///etc/passwd'>x</a>"), markup);

        try (var profile = Loader.loadPDF(school.print(student))) {
            assertThat(page(profile, 1)).contains("<script>alert(1)</script>", "<b>7</b>");
            assertThat(page(profile, 2))
                    .contains("<a href='file:///etc/passwd'>x</a>", "“<script>alert(1)</script><img", "[[${1+1}]]");
            for (var page : profile.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
        }
    }

    @Test
    void writesNamesInTheirOwnLetters() throws IOException {
        var names = new String[] {"José", "Zoë", "Łukasz", "Nguyễn", "Иван", "王小明", "김민수", "שרה"};
        var student = school.student(OneSchool.CODE, "900000105", String.join(" ", names), "محمد");
        school.held(student, "2026-11-02", "মোহাম্মদ রহমান");

        try (var profile = Loader.loadPDF(keep("profile-letters", school.print(student)))) {
            assertThat(page(profile, 1)).contains(names).contains("محمد").doesNotContain("?");
            assertThat(page(profile, 2)).contains("রহমান").doesNotContain("?");
        }
    }

    @Test
    void showsOnlyTheRatingThatStands() throws IOException {
        var student = school.student(OneSchool.CODE, "900000106", "Noor", "Rahman");
        var interview = school.held(student, "2026-11-02", "Ostra Architects");
        var disputed = school.rated(interview, "EMPLOYER", "TIME", 1, null);
        school.rated(interview, "EMPLOYER", "TIME", 4, disputed);

        try (var profile = Loader.loadPDF(school.print(student))) {
            assertThat(page(profile, 1))
                    .containsPattern("Timeliness.*4 Exemplary.*one rating")
                    .doesNotContain("1 Not yet Not rated yet");
        }
    }

    /** The text of a page on one line, as it is read. */
    private static String page(PDDocument document, int number) throws IOException {
        var reader = new PDFTextStripper();
        reader.setSortByPosition(true);
        reader.setStartPage(number);
        reader.setEndPage(number);
        return reader.getText(document).replaceAll("\\s+", " ");
    }

    /** Leaves the document as target/profiles/NAME.pdf, for people to look at. */
    private static byte[] keep(String name, byte[] document) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "profiles"));
        Files.write(folder.resolve(name.toLowerCase(Locale.ROOT) + ".pdf"), document);
        return document;
    }
}
