package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All interviews. An interview's row says where it stands; what people answered are facts beside it. */
@Repository
public class Interviews {

    private final JdbcClient database;
    private final Clock clock;

    Interviews(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens an interview and returns its id. */
    public String request(
            String school,
            long student,
            String requestedBy,
            String coordinator,
            String teacher,
            Mode mode,
            String careerField,
            String reason,
            String accommodations) {
        return database.sql("""
                        insert into interviews.interview (school, student_id, requested_by, coordinator, teacher, mode,
                            career_field, reason, accommodations, requested_at)
                        values (:school, :student, :requestedBy, :coordinator, :teacher, :mode, :careerField, :reason,
                            nullif(:accommodations, ''), :now)
                        returning id
                        """)
                .param("school", school)
                .param("student", student)
                .param("requestedBy", requestedBy)
                .param("coordinator", coordinator)
                .param("teacher", teacher)
                .param("mode", mode.name())
                .param("careerField", careerField)
                .param("reason", reason)
                .param("accommodations", accommodations)
                .param("now", now())
                .query(String.class)
                .single();
    }

    /** Opens a class session and returns its id. */
    public String requestSession(
            String school,
            long classList,
            String requestedBy,
            String coordinator,
            String teacher,
            Mode mode,
            String careerField,
            String reason) {
        return database.sql("""
                        insert into interviews.interview (school, class_list_id, requested_by, coordinator, teacher, mode,
                            career_field, reason, requested_at)
                        values (:school, :classList, :requestedBy, :coordinator, :teacher, :mode, :careerField, :reason, :now)
                        returning id
                        """)
                .param("school", school)
                .param("classList", classList)
                .param("requestedBy", requestedBy)
                .param("coordinator", coordinator)
                .param("teacher", teacher)
                .param("mode", mode.name())
                .param("careerField", careerField)
                .param("reason", reason)
                .param("now", now())
                .query(String.class)
                .single();
    }

    /**
     * Opens the part of every student of the class who is old enough on that day, and returns the ids; parts that are
     * open already stay.
     */
    public List<String> enrol(String session, LocalDate bornUntil) {
        database.sql("""
                        insert into interviews.interview (school, student_id, session, requested_by, coordinator, teacher, mode,
                            career_field, reason, requested_at, status)
                        select i.school, member.student_id, i.id, i.requested_by, i.coordinator, i.teacher, i.mode,
                            i.career_field, i.reason, i.requested_at, 'PREPARING'
                        from interviews.interview i
                        join interviews.class_list_member member on member.class_list_id = i.class_list_id
                        join interviews.student st on st.id = member.student_id and st.born_on <= :bornUntil
                        where i.id = :session
                        on conflict (session, student_id) where session is not null do nothing
                        """)
                .param("session", session)
                .param("bornUntil", bornUntil)
                .update();
        return parts(session);
    }

    /** Returns the ids of the parts in a class session that are not closed; of any other interview none. */
    public List<String> parts(String session) {
        return database.sql(
                        "select id from interviews.interview where session = :session and closed_at is null order by id")
                .param("session", session)
                .query(String.class)
                .list();
    }

    /** Returns an interview and, of a class session, the parts that are not closed. */
    public List<String> withParts(String interview) {
        return Stream.concat(Stream.of(interview), parts(interview).stream()).toList();
    }

    /** Returns the parts in a class session that are not closed, by the names of their students. */
    public List<Line> partLines(String session) {
        return database.sql(LINES + """
                        where i.session = :session and i.closed_at is null order by st.family_name, st.given_name, i.id
                        """)
                .param("session", session)
                .query(Line.class)
                .list();
    }

    /** Keeps that these students were in a class session for so many minutes. */
    public void partsHeld(String session, List<String> present, int contactMinutes) {
        database.sql("""
                        update interviews.interview set status = 'REFLECTING', contact_minutes = :contact, late_minutes = 0
                        where session = :session and id in (:present) and closed_at is null
                        """)
                .param("session", session)
                .param("present", present)
                .param("contact", contactMinutes)
                .update();
    }

    /** Returns how far the students of a class session are. */
    public Readiness readiness(String session) {
        return database.sql("""
                        select count(*)::int as students,
                            (count(*) filter (where file.consent_id is not null))::int as consents,
                            (count(*) filter (where file.research_id is not null))::int as questions
                        from interviews.interview i join interviews.case_file file on file.id = i.id
                        where i.session = :session and i.closed_at is null
                        """)
                .param("session", session)
                .query(Readiness.class)
                .single();
    }

    /** How many students of a class session there are, have an answer to the consent, and have written questions. */
    public record Readiness(int students, int consents, int questions) {}

    /** Has a class watch a recording. */
    public void watch(String id, long recording) {
        change(id, "recording_id = :recording", Map.of("recording", recording));
    }

    /** Returns the open interviews that are booked with an employer's contact, from a moment on, the next first. */
    public List<CaseFile> ahead(long contact, Instant from, int most) {
        return database.sql("""
                        select * from interviews.case_file
                        where contact_id = :contact and ending is null and starts_at >= :from
                        order by starts_at, id limit :most
                        """)
                .param("contact", contact)
                .param("from", from.atOffset(UTC))
                .param("most", most)
                .query(CaseFile.class)
                .list();
    }

    /** Returns everything known of an interview. */
    public CaseFile get(String id) {
        return database.sql("select * from interviews.case_file where id = :id")
                .param("id", id)
                .query(CaseFile.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no interview '%s'.".formatted(id)));
    }

    /** Returns whether the student has an interview in this field, or with any employer, that is still open. */
    public boolean hasOpen(long student, String careerField) {
        return database.sql("""
                        select exists (select from interviews.interview
                            where student_id = :student and career_field = :field and closed_at is null)
                        """)
                .param("student", student)
                .param("field", careerField)
                .query(Boolean.class)
                .single();
    }

    /** Keeps how they are to meet and what must be arranged. */
    public void screen(String id, Mode mode, String accommodations) {
        change(
                id,
                "mode = :mode, accommodations = nullif(:accommodations, '')",
                Map.of("mode", mode.name(), "accommodations", accommodations));
    }

    /** Returns whether an interview with this employer was held before. */
    public boolean hasHosted(long employer) {
        return database.sql("""
                        select exists (select from interviews.interview
                            where employer_id = :employer and contact_minutes is not null)
                        """)
                .param("employer", employer)
                .query(Boolean.class)
                .single();
    }

    /** Returns whether its employer did not come to the interview before this one, as far as anybody knows. */
    public boolean employerWasAbsentBefore(String id) {
        return database.sql("""
                        select before.ending is not distinct from 'EMP_ABSENT'
                        from interviews.interview i join interviews.interview before
                            on before.employer_id = i.employer_id and before.starts_at < i.starts_at
                                and (before.contact_minutes is not null
                                    or before.ending in ('EMP_ABSENT', 'STU_ABSENT', 'STU_LATE'))
                        where i.id = :id order by before.starts_at desc limit 1
                        """).param("id", id).query(Boolean.class).optional().orElse(false);
    }

    public void setObjectives(String id, String course, String objectives) {
        change(
                id,
                "course = :course, objectives = :objectives, status = 'MATCHING'",
                Map.of("course", course, "objectives", objectives));
    }

    /** Invites the contact; the employer is the contact's. */
    public void match(String id, long contact) {
        change(id, """
                contact_id = :contact, status = 'INVITED', invited_at = :now, offered_times = null, arrival_notes = null,
                employer_id = (select employer_id from interviews.employer_contact where id = :contact)
                """, Map.of("contact", contact, "now", now()));
    }

    /** Somebody else at the invited employer answers from now on. */
    public void askInstead(String id, long contact) {
        change(id, "contact_id = :contact", Map.of("contact", contact));
    }

    /** Keeps what the employer offers: times in words, the ways that suit as codes separated by commas. */
    public void invitationAccepted(String id, String offeredTimes, String offeredModes, String arrivalNotes) {
        change(
                id,
                "offered_times = :times, offered_modes = :modes, arrival_notes = :notes",
                Map.of("times", offeredTimes, "modes", offeredModes, "notes", arrivalNotes));
    }

    /** The employer said no, or nothing: another one is to be found. */
    public void invitationClosed(String id) {
        change(id, "status = 'MATCHING'", Map.of());
    }

    /** Makes whoever else books this contact or this student wait until this transaction ends. */
    public void lockTimes(String id) {
        for (var person :
                List.of("employer_contact where id = (select contact_id", "student where id = (select student_id")) {
            database.sql("select id from interviews.%s from interviews.interview where id = :id) for no key update"
                            .formatted(person))
                    .param("id", id)
                    .query(Long.class)
                    .list();
        }
    }

    /** Returns another interview at that time with the same contact or the same student. */
    public Optional<Clash> clash(String id, Instant startsAt, int minutes, Mode mode) {
        return database.sql("""
                        select other.id as interview_id, other.student_id = i.student_id as of_student
                        from interviews.interview i
                            join interviews.interview other on other.id <> i.id and other.closed_at is null
                                and (other.student_id = i.student_id
                                    or other.contact_id = i.contact_id and other.mode <> 'HYBRID' and :mode <> 'HYBRID')
                        where i.id = :id and other.starts_at is not null
                            and interviews.interview_time(other.starts_at, other.planned_minutes)
                                && interviews.interview_time(:startsAt, :minutes)
                        order by of_student desc, other.id limit 1
                        """)
                .param("id", id)
                .param("startsAt", startsAt.atOffset(UTC))
                .param("minutes", minutes)
                .param("mode", mode.name())
                .query(Clash.class)
                .optional();
    }

    /**
     * An interview at the same time.
     *
     * @param ofStudent whether it is the same student's; else it is with the same contact
     */
    public record Clash(String interviewId, boolean ofStudent) {}

    /** Books; platform and place are empty where the mode has none. An expedited interview has shorter deadlines. */
    public void book(
            String id, Instant startsAt, int minutes, Mode mode, String platform, String place, boolean expedited) {
        change(
                id,
                """
                starts_at = :startsAt, planned_minutes = :minutes, mode = :mode, platform = nullif(:platform, ''),
                place = nullif(:place, ''), booked_at = :now, expedited = :expedited, status = 'PREPARING'
                """,
                Map.of(
                        "startsAt",
                        startsAt.atOffset(UTC),
                        "minutes",
                        minutes,
                        "mode",
                        mode.name(),
                        "platform",
                        platform,
                        "place",
                        place,
                        "now",
                        now(),
                        "expedited",
                        expedited));
    }

    /** Has the deadlines count from now, as when the interview is booked. */
    public void countDeadlinesFromNow(String id, boolean expedited) {
        change(id, "booked_at = :now, expedited = :expedited", Map.of("now", now(), "expedited", expedited));
    }

    /** Returns when an expedited interview was booked; empty for all others. */
    public Optional<Instant> expeditedSince(String id) {
        return database.sql("select booked_at from interviews.interview where id = :id and expedited")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    public void studentReady(String id) {
        change(id, "student_ready_at = :now", Map.of("now", now()));
    }

    public void ready(String id) {
        change(id, "status = 'READY'", Map.of());
    }

    public void held(String id, int contactMinutes, int lateMinutes) {
        change(
                id,
                "status = 'REFLECTING', contact_minutes = :contact, late_minutes = :late",
                Map.of("contact", contactMinutes, "late", lateMinutes));
    }

    public void note(String id, String note) {
        change(id, "outcome_note = :note", Map.of("note", note));
    }

    /** Returns how the two meet. */
    public String mode(String id) {
        return database.sql("select mode from interviews.interview where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Keeps why everybody is told that the interview is off, before it is closed. */
    public void callOff(String id, Ending why) {
        database.sql("update interviews.interview set called_off = :why where id = :id")
                .param("why", why.name())
                .param("id", id)
                .update();
    }

    /** Returns why everybody is told that the interview is off. */
    public Optional<Ending> calledOffFor(String id) {
        return database.sql("select called_off from interviews.interview where id = :id and called_off is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(Ending::valueOf);
    }

    /** Closes the interview; closed once, it keeps its first ending. */
    public void close(String id, Ending ending) {
        var status =
                switch (ending) {
                    case COMPLETED -> "CLOSED";
                    case STU_ABSENT, STU_LATE, EMP_ABSENT -> "NO_SHOW";
                    case STU_WITHDREW, CONSENT_WITHDRAWN -> "WITHDRAWN";
                    default -> "CANCELLED";
                };
        database.sql("""
                        update interviews.interview set ending = :ending, status = :status, closed_at = :now
                        where id = :id and closed_at is null
                        """)
                .param("ending", ending.name())
                .param("status", status)
                .param("now", now())
                .param("id", id)
                .update();
        database.sql("delete from interviews.emergency_note where interview_id = :id")
                .param("id", id)
                .update();
    }

    /** Returns the coordinators of these interviews, by interview. */
    public Map<String, String> coordinators(Set<String> ids) {
        var coordinators = new HashMap<String, String>();
        if (!ids.isEmpty()) {
            database.sql("select id, coordinator from interviews.interview where id in (:ids)")
                    .param("ids", ids)
                    .query((RowCallbackHandler)
                            row -> coordinators.put(row.getString("id"), row.getString("coordinator")));
        }
        return coordinators;
    }

    /** Returns the ids of a school's interviews that begin in a span of time, are still to come and not closed. */
    public List<String> toCome(String school, Instant from, Instant until) {
        return database.sql("""
                        select id from interviews.interview
                        where school = :school and session is null and closed_at is null and starts_at >= :from and starts_at < :until
                            and starts_at > :now
                        order by starts_at, id
                        """)
                .param("school", school)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("now", now())
                .query(String.class)
                .list();
    }

    /** Returns the coordinator of the newest interview with an employer. */
    public Optional<String> coordinatorOf(long employer) {
        return database.sql("""
                        select coordinator from interviews.interview where employer_id = :employer
                        order by requested_at desc, id desc limit 1
                        """).param("employer", employer).query(String.class).optional();
    }

    /** Raises the sequence of the calendar entry, for the next invitation or cancellation, and returns it. */
    public int nextCalendarSequence(String id) {
        return database.sql("""
                        update interviews.interview set calendar_sequence = calendar_sequence + 1 where id = :id
                        returning calendar_sequence
                        """).param("id", id).query(Integer.class).single();
    }

    private static final String LINES = """
            select i.id, s.name as school_name,
                coalesce(st.given_name || ' ' || st.family_name, class.name) as student_name,
                e.name as employer_name, m.starts_at, i.status
            from interviews.interview i
            join interviews.interview m on m.id = coalesce(i.session, i.id)
            join interviews.school s on s.code = i.school
            left join interviews.student st on st.id = i.student_id
            left join interviews.class_list class on class.id = i.class_list_id
            left join interviews.employer e on e.id = m.employer_id
            """;

    /** Returns interviews of these schools that are not closed, the next ones first. */
    public List<Line> open(Set<String> schools, int limit) {
        return database.sql(LINES + """
                        where i.closed_at is null and i.school in (:schools)
                        order by m.starts_at nulls last, i.id limit :limit
                        """)
                .param("schools", schools)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** Returns what of these schools is booked and begins later than now, the next first; class sessions as one. */
    public List<Line> booked(Set<String> schools, Instant now, int limit) {
        return database.sql(LINES + """
                        where i.closed_at is null and i.school in (:schools) and i.session is null and i.starts_at > :now
                        order by i.starts_at, i.id limit :limit
                        """)
                .param("schools", schools)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** Returns an employer's interviews that are not closed, the next ones first. */
    public List<Line> openWith(long employer) {
        return database.sql(LINES + """
                        where i.closed_at is null and i.employer_id = :employer order by m.starts_at nulls last, i.id
                        """)
                .param("employer", employer)
                .query(Line.class)
                .list();
    }

    /** Returns interviews of these schools that are open, or were closed since a moment, the newest first. */
    public List<Line> since(Set<String> schools, Instant closedSince, int limit) {
        return database.sql(LINES + """
                        where (i.closed_at is null or i.closed_at >= :since) and i.school in (:schools)
                        order by i.requested_at desc, i.id desc limit :limit
                        """)
                .param("since", closedSince.atOffset(UTC))
                .param("schools", schools)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** Returns interviews of these schools in which somebody rated the student, the newest first. */
    public List<Line> rated(Set<String> schools, int limit) {
        return database.sql(LINES + """
                        where i.school in (:schools)
                            and exists (select from interviews.rating r where r.interview_id = i.id)
                        order by i.requested_at desc, i.id desc limit :limit
                        """)
                .param("schools", schools)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** A line of a list of interviews. */
    public record Line(
            String id,
            String schoolName,
            String studentName,
            @Nullable String employerName,
            @Nullable OffsetDateTime startsAt,
            String status) {}

    /** Keeps what staff noted of a call, or did; about is the task's definition key. */
    public void addNote(
            String school,
            @Nullable String interview,
            @Nullable Long employer,
            String about,
            @Nullable Boolean reached,
            @Nullable String note,
            String by) {
        database.sql("""
                        insert into interviews.contact_note (school, interview_id, employer_id, about, reached, note,
                            noted_by, at)
                        values (:school, :interview, :employer, :about, :reached, :note, :by, :now)
                        """)
                .param("school", school)
                .param("interview", interview)
                .param("employer", employer)
                .param("about", about)
                .param("reached", reached)
                .param("note", note)
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** Returns what staff noted last of an interview in one kind of task; empty if nothing. */
    public String lastNote(String interview, String about) {
        return database.sql("""
                        select note from interviews.contact_note
                        where interview_id = :interview and about = :about and note is not null
                        order by id desc limit 1
                        """)
                .param("interview", interview)
                .param("about", about)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void change(String id, String assignments, Map<String, ?> values) {
        var changed = database.sql("update interviews.interview set %s where id = :id".formatted(assignments))
                .params(values)
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new IllegalArgumentException("There is no interview '%s'.".formatted(id));
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
