package org.wbl.interviews.student;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wbl.interviews.school.SchoolYear;
import org.wbl.interviews.school.Schools;
import org.wbl.interviews.student.StudentRecord.Interview;
import org.wbl.interviews.student.StudentRecord.Level;
import org.wbl.interviews.student.StudentRecord.Seen;
import org.wbl.interviews.student.StudentRecord.Skill;
import org.wbl.interviews.student.StudentRecord.Totals;

/** The records of students, gathered from the facts of their interviews; the views say what a figure is. */
@Repository
class StudentRecords {

    /** More than three years of an interview a week. */
    static final int MOST_INTERVIEWS = 120;

    private final Students students;
    private final Schools schools;
    private final JdbcClient database;
    private final Clock clock;

    StudentRecords(Students students, Schools schools, JdbcClient database, Clock clock) {
        this.students = students;
        this.schools = schools;
        this.database = database;
        this.clock = clock;
    }

    /** Returns the record of a student of one of these schools; of any other there is none. */
    Optional<StudentRecord> find(long id, Collection<String> readersSchools) {
        return students.find(id)
                .filter(student -> readersSchools.contains(student.school()))
                .map(student -> {
                    var year = SchoolYear.of(LocalDate.now(clock));
                    return new StudentRecord(
                            student,
                            schools.find(student.school()).orElseThrow().name(),
                            interviews(id),
                            skills(id),
                            scale(),
                            year,
                            totals(id, year.first(), year.last()),
                            totals(id, LocalDate.EPOCH, year.last().plusYears(1)));
                });
    }

    private List<Interview> interviews(long student) {
        return database.sql("""
                        select id, starts_at, mode_words, career_field, employer, sector, outcome, status_words,
                            contact_minutes, logged, eligible, counted, next_step, next_step_words, next_step_by,
                            next_step_agreed, employer_strength
                        from interviews.student_interview
                        where student_id = :student
                        order by coalesce(starts_at, requested_at) desc, id
                        limit :most
                        """)
                .param("student", student)
                .param("most", MOST_INTERVIEWS)
                .query(Interview.class)
                .list();
    }

    private List<Skill> skills(long student) {
        return database.sql("""
                        select skill.words, skill.meaning, coalesce(seen.rated, 0) as rated,
                            coalesce(seen.not_observed, 0) as not_observed, seen.latest, score.words as latest_words,
                            seen.change
                        from interviews.report_term skill
                            join interviews.report_term rater on rater.kind = 'RATER'
                            left join interviews.student_skill seen on seen.student_id = :student
                                and seen.skill = skill.code and seen.rater_role = rater.code
                            left join interviews.report_term score on score.kind = 'SCORE'
                                and score.code = seen.latest::text
                        where skill.kind = 'SKILL'
                        order by skill.position, rater.position
                        """).param("student", student).query(SkillSeen.class).list().stream()
                .collect(groupingBy(SkillSeen::words, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(seen -> new Skill(
                        seen.get(0).words(),
                        seen.get(0).meaning(),
                        seen.stream().map(SkillSeen::seen).toList()))
                .toList();
    }

    private List<Level> scale() {
        return database.sql("""
                        select code, words, meaning from interviews.report_term where kind = 'SCORE' order by position
                        """).query(Level.class).list();
    }

    private Totals totals(long student, LocalDate first, LocalDate last) {
        return database.sql("""
                        select count(*) filter (where outcome = 'HELD') as held,
                            coalesce(sum(logged_prep), 0) as prep, coalesce(sum(logged_contact), 0) as contact,
                            coalesce(sum(logged_reflection), 0) as reflection, coalesce(sum(logged), 0) as logged,
                            coalesce(sum(eligible), 0) as eligible, coalesce(sum(counted), 0) as counted
                        from interviews.student_interview
                        where student_id = :student and starts_at >= :first and starts_at < :after
                        """)
                .param("student", student)
                .param("first", first.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .param("after", last.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(Totals.class)
                .single();
    }

    private record SkillSeen(
            String words,
            String meaning,
            int rated,
            int notObserved,
            @Nullable Integer latest,
            @Nullable String latestWords,
            @Nullable Integer change) {

        Seen seen() {
            return new Seen(rated, notObserved, latest, latestWords, change);
        }
    }
}
