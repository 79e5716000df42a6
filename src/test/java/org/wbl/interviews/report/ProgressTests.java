package org.wbl.interviews.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wbl.interviews.report.TwoSchools.HARBOR;
import static org.wbl.interviews.report.TwoSchools.NOW;
import static org.wbl.interviews.report.TwoSchools.PROSPECT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wbl.interviews.school.SchoolYear;

/** The figures over {@link TwoSchools}, counted by hand. */
@DisplayName("The figures of reports")
class ProgressTests {

    private static final Period YEAR = new Period(new SchoolYear(2026), null);
    private static final Scope BOTH = Scope.named(Set.of(HARBOR, PROSPECT), "somebody", NOW);

    private static TwoSchools schools;

    @BeforeAll
    static void invent() {
        schools = TwoSchools.create();
    }

    @Test
    void countWhatBecameOfTheInterviewsOfEachSchoolAndOfAll() {
        // school, name, asked, agreed, prepared, held, reflected, student absent, employer absent, cancelled, other,
        // open,
        // completion, live, recorded, employers, days, hours, employers', teachers', students' ratings
        assertThat(rows(Tables.SCHOOLS, YEAR))
                .containsExactly(
                        // Held: I-1, reflected, and I-2; I-3: student absent; I-4 open. Days: 20 and 30.
                        "02M999|Harbor Point High School|4|3|2|2|1|1|0|0|0|1|67%|2|0|2|25|0.58|3.5|2.0|",
                        // I-6 held after 10 days; I-5 cancelled when it was prepared.
                        "13K998|Prospect Technical High School|2|2|2|1|0|0|0|1|0|0|50%|1|0|1|10|0.42|2.0||",
                        "|All schools|6|5|4|3|1|1|0|1|0|1|60%|3|0|3|20|1.00|2.8|2.0|");
    }

    @Test
    void countWhoIsReached() {
        // students, asked, prepared, interviewed, reflected, share, with none, one, two, more
        assertThat(rows(Tables.REACH, YEAR))
                .containsExactly(
                        "02M999|Harbor Point High School|2|2|1|1|1|50%|1|0|1|0",
                        "13K998|Prospect Technical High School|1|1|1|1|0|100%|0|1|0|0",
                        "|All schools|3|3|2|2|1|67%|1|1|1|0");
    }

    @Test
    void countEveryGroupAndWhoIsInNone() {
        assertThat(rows(Tables.SUBGROUPS, YEAR))
                .contains(
                        "02M999|Harbor Point High School|Gender|Girls|1|1|1|100%",
                        "02M999|Harbor Point High School|Gender|Boys|1|0|0|0%",
                        "02M999|Harbor Point High School|Race and ethnicity|Hispanic|1|1|1|100%",
                        "02M999|Harbor Point High School|Race and ethnicity|Not recorded|1|0|0|0%",
                        "02M999|Harbor Point High School|Special populations|English learners|1|1|1|100%",
                        "|All schools|Gender|Girls|2|2|1|100%",
                        "|All schools|Special populations|English learners|2|2|1|100%")
                .hasSize(5 + 3 + 5);
    }

    @Test
    void countPrograms() {
        // asked, held, completion, students interviewed, students, concentrators, reached, complete
        assertThat(rows(Tables.PROGRAMS, YEAR))
                .containsExactly(
                        "02M999|=cmd|'/c calc'!A1||2|0|0%|0|1|0|0|0",
                        "02M999|Media|09.0702|2|2|100%|1|1|1|1|0", "13K998|Engineering||2|1|50%|1|1|0|0|0");
    }

    @Test
    void countSectorsAndGrades() {
        // held, employers, interest before and after (the corrected one), next steps
        assertThat(rows(Tables.SECTORS, YEAR))
                .containsExactly("\r=2|13K998|1|1|||1", "-2+3|02M999|1|1|||0", "@SUM(A1:A9)|02M999|1|1|2.0|5.0|1");
        assertThat(rows(Tables.GRADES, YEAR))
                .containsExactly("10|At the workplace|2|1|0|50%|1", "11|At the workplace|4|2|1|67%|1");
    }

    @Test
    void countMonthsInTheDistrictsZone() {
        // I-1 begins on October 31 in New York; I-4 has no day, and belongs to that of the request.
        assertThat(rows(Tables.MONTHS, YEAR))
                .containsExactly("2026-10|1|1|0|0|0|0|0|1|1|3.5|2.0|", "2026-11|5|2|1|0|1|0|1|0|2|2.0||");
    }

    @Test
    void countRatingsThatStandAndWereObserved() {
        assertThat(rows(Tables.EMPLOYABILITY, YEAR))
                .containsExactly(
                        "Communication|Employer|2|0|3.0|0|1|0|1|0|",
                        "Communication|Teacher|1|0|2.0|0|1|0|0|0|",
                        "Timeliness|Employer|0|1||0|0|0|0|0|",
                        "Preparation and planning|Employer|1|0|3.0|0|0|1|0|0|");
        assertThat(rows(Tables.SKILL_MEANS, YEAR)).first().isEqualTo("Communication|Employer|2|0|3.0|0|1|0|1");
    }

    @Test
    void countGrowthFromTheFirstScoreToTheLatest() {
        var growing = TwoSchools.create();
        growing.database().sql("""
                        insert into interviews.rating (interview_id, rater_role, skill, score, channel, at) values
                            ('I-2', 'EMPLOYER', 'PREP', 1, 'LINK', '2026-11-11 12:00+00'),
                            ('I-2', 'TEACHER', 'COMM', 4, 'LINK', '2026-11-11 12:00+00')
                        """).update();

        assertThat(rows(growing, Tables.EMPLOYABILITY, Selection.of(BOTH, YEAR)))
                .contains(
                        "Communication|Teacher|2|0|3.0|0|1|0|1|1|2.0",
                        "Preparation and planning|Employer|2|0|2.0|1|0|1|0|1|-2.0");
        // encounter, held, ratings: I-1 and I-6 are first ones, I-2 is Marisol's second.
        assertThat(rows(growing, Tables.PRACTICE, Selection.of(BOTH, YEAR)))
                .containsExactly("1|2|2.8|2.0|", "2|1|1.0|4.0|");
    }

    @Test
    void countOnWhichEmployersOneCanCount() {
        // known, active, hosted, new, again, lost, too often
        assertThat(rows(Tables.EMPLOYER_BASE, YEAR))
                .containsExactly(
                        "02M999|Harbor Point High School|2|2|2|2|0|0|0",
                        "13K998|Prospect Technical High School|1|1|1|1|0|0|0",
                        "|All schools|3|3|3|3|0|0|0");
        assertThat(employersOfNextYear(NOW)).as("hosted less than a year ago").isEqualTo("|All schools|3|0|0|0|0|0|0");
        assertThat(employersOfNextYear(Instant.parse("2028-03-01T12:00:00Z")))
                .as("hosted the year before, and not since")
                .isEqualTo("|All schools|3|0|0|0|0|3|0");
    }

    @Test
    void countMailsButThoseToTheSafeguardingStaff() {
        var mailed = TwoSchools.create();
        mailed.database().sql("""
                        insert into interviews.mail_log (id, message_id, template, school, recipient, role, queued_at, planned_at,
                            sent_at)
                        select gen_random_uuid(), role, 'TASK_WAITING', '02M999', 'a@example.org', role, '2026-11-03 12:00+00',
                            '2026-11-03 12:00+00', '2026-11-03 12:01+00'
                        from unnest(array['coordinators', 'safeguarding']) as role
                        """).update();

        assertThat(rows(mailed, Tables.MAILS, Selection.of(BOTH, YEAR)))
                .containsExactly("Task waiting|coordinators|1|1|0|0|0|0|0|0|");
    }

    @Test
    void countTheDaysOfEachStep() {
        assertThat(rows(Tables.STEPS, YEAR))
                .containsExactly(
                        // 5, 3, 7, 1 and 1 days
                        "From the request to the booking|5|3.0|6.2",
                        // the consent of I-1, not the refusal before it
                        "From the booking to the family's consent|1|2.0|2.0",
                        "From the booking to the school's approval|1|4.0|4.0",
                        // 13.5 days for I-1, 10 for I-5
                        "From the booking until the student is ready|2|11.7|13.1",
                        // 15, 27 and 9 days
                        "From the booking to the interview|3|15.0|24.6",
                        // the first answer for I-1 after 35.5 hours
                        "From the interview to the employer's answer|1|1.5|1.5",
                        // the first reflection, 35.5 hours
                        "From the interview to the student's reflection|1|1.5|1.5",
                        // 4.5 and 1.9 days
                        "From the interview to the closed case|2|3.2|4.2");
    }

    @Test
    void listStudentsAndTheirHours() {
        var students = rows(Tables.STUDENTS, YEAR);
        assertThat(students).hasSize(3);
        // asked, held, ever, last one, prepared, reflected, logged, eligible, counted, of 54 hours, next step
        assertThat(students.get(1))
                .isEqualTo("02M999|1|Quintanar-Vega|Marisol|11|Media|2|2|2|2026-11-10|yes|yes|3.33|2.58|0.58|1%|"
                        + "Job shadow for marisol Quintanar-Vega");
        assertThat(students.get(0))
                .startsWith("02M999|2|Okonkwo|Tobias|11|")
                .endsWith("|2|0|0||no|no|0.00|0.00|0.00|0%|");
    }

    @Test
    void areAboutWhatIsChosen() {
        assertThat(held(new Selection(BOTH, YEAR, 11, null, null, null, null))).isEqualTo(2);
        assertThat(held(new Selection(BOTH, YEAR, null, "Media", null, null, null)))
                .isEqualTo(2);
        assertThat(held(new Selection(BOTH, YEAR, null, null, "Robots", null, null)))
                .isEqualTo(1);
        assertThat(held(new Selection(BOTH, YEAR, null, null, null, "PHONE", null)))
                .isZero();
        assertThat(held(new Selection(BOTH, YEAR, null, null, null, null, "ENGLISH_LEARNER")))
                .isEqualTo(3);
        assertThat(held(new Selection(BOTH, YEAR, null, null, null, null, "MALE")))
                .isZero();
        assertThat(held(Selection.of(BOTH, new Period(new SchoolYear(2026), Period.Term.FALL))))
                .isEqualTo(3);
        assertThat(held(Selection.of(BOTH, new Period(new SchoolYear(2026), Period.Term.SPRING))))
                .isZero();
        assertThat(held(Selection.of(BOTH, Period.EVERYTHING))).isEqualTo(3);
        assertThat(held(Selection.of(BOTH.only(PROSPECT), YEAR))).isEqualTo(1);
    }

    @Test
    void stayAtTheGradeOfTheRequest() {
        var promoted = TwoSchools.create();
        promoted.database()
                .sql("update interviews.student set grade = grade + 1")
                .update();
        promoted.database()
                .sql("update interviews.interview set status = 'INVITED' where id = 'I-4'")
                .update();

        assertThat(rows(promoted, Tables.GRADES, Selection.of(BOTH, YEAR)))
                .containsExactly("10|At the workplace|2|1|0|50%|1", "11|At the workplace|4|2|1|67%|1");
    }

    @Test
    void areOfOneMomentAlsoWhenTheyAreReadBesideEachOther() {
        var changing = TwoSchools.create();
        var tables = List.of(Tables.REACH, Tables.SCHOOLS, Tables.GRADES, Tables.MONTHS, Tables.SECTORS, Tables.STEPS);
        for (var round = 0; round < 20; round++) {
            changing.progress().read(Selection.of(BOTH, YEAR), figures -> {
                var held = figures.total(Tables.SCHOOLS).number("held");
                changeElsewhere(changing);

                var other = figures.in(new Period(new SchoolYear(2026), Period.Term.FALL));
                other.readAhead(tables, List.of(Tables.PRACTICE, Tables.SKILL_MEANS));

                assertThat(other.total(Tables.SCHOOLS).number("held")).isEqualTo(held);
                assertThat(sum(other.rows(Tables.GRADES), "held")).isEqualTo(held);
                assertThat(sum(other.rows(Tables.MONTHS), "held")).isEqualTo(held);
                assertThat(sum(other.rows(Tables.SECTORS), "held")).isEqualTo(held);
                assertThat(sum(other.rows(Tables.PRACTICE), "held")).isEqualTo(held);
                return true;
            });
        }
    }

    /** Another interview is held, or is not any more. */
    private static void changeElsewhere(TwoSchools changing) {
        var changed = new Thread(() -> changing.database()
                .sql("update interviews.interview set status = case status when 'HELD' then 'PREPARING' else 'HELD' end"
                        + " where id = 'I-2'")
                .update());
        changed.start();
        try {
            changed.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double sum(List<FigureRow> rows, String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).sum();
    }

    @Test
    void areComparedWithTheTargetOfAllByWhoSeesAll() {
        var targets = TwoSchools.create().targets();
        targets.set(null, new SchoolYear(2026), Targets.HELD, 20, "lena");

        assertThat(targets.of(Selection.of(Scope.of(Set.of(HARBOR, PROSPECT, "31R997"), "lena", NOW), YEAR)))
                .containsEntry(Targets.HELD, 20.0);
        assertThat(targets.of(Selection.of(Scope.everySchool("dana", NOW), YEAR)))
                .containsEntry(Targets.HELD, 20.0);
        assertThat(targets.of(Selection.of(BOTH, YEAR))).as("not of all").isEmpty();
        assertThat(targets.of(Selection.of(BOTH.only(HARBOR), YEAR)))
                .as("not of one")
                .isEmpty();
    }

    @Test
    void tellWhatIsMissing() {
        var gaps = schools.progress().read(Selection.of(BOTH, YEAR), Progress.Figures::gaps);

        // Of I-1, I-2 and I-6
        assertThat(gaps).extracting(Progress.Gap::interviews).containsExactly(1, 2, 1, 2, 2);
    }

    private static String employersOfNextYear(Instant at) {
        var scope = Scope.named(Set.of(HARBOR, PROSPECT), "somebody", at);
        return rows(schools, Tables.EMPLOYER_BASE, Selection.of(scope, new Period(new SchoolYear(2027), null)))
                .get(2);
    }

    private static int held(Selection selection) {
        return (int) schools.progress()
                .read(selection, figures -> figures.total(Tables.SCHOOLS))
                .number("held");
    }

    private static List<String> rows(Table table, Period period) {
        return rows(schools, table, Selection.of(BOTH, period));
    }

    static List<String> rows(TwoSchools of, Table table, Selection selection) {
        var rows = new ArrayList<String>();
        of.progress().read(selection, figures -> {
            figures.each(table, values -> {
                var shown = new ArrayList<String>();
                for (var i = 0; i < values.size(); i++) {
                    shown.add(table.columns().get(i).kind().shown(values.get(i)));
                }
                rows.add(shown.stream().collect(joining("|")));
            });
            return true;
        });
        return rows;
    }
}
