package org.wbl.interviews.form;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that one person may use to answer one task, or, as long as the interview goes on, to start a process about it;
 * or that opens an employer's desk.
 *
 * @param purpose the task's definition key, or the key of the process that it starts
 * @param taskId null: the link starts a process, as often as it is used
 * @param role employers, guardians or students
 * @param personId employer contact, guardian or student, by role
 */
public record FormLink(
        UUID id,
        String purpose,
        @Nullable String taskId,
        String school,
        String role,
        long personId,
        @Nullable String interviewId,
        @Nullable Long employerId,
        OffsetDateTime dueAt,
        OffsetDateTime expiresAt,
        boolean asksCode,
        @Nullable OffsetDateTime firstViewedAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime revokedAt) {

    /** The purpose of the link to an employer's desk. */
    public static final String DESK = "employer-desk";

    /** Whether it opens an employer's desk. */
    public boolean isDesk() {
        return DESK.equals(purpose);
    }

    /** Returns a new link for the same task and person. */
    public FormLink anew() {
        return anew(dueAt);
    }

    /** Returns a new link for the same task and person, which lives as long after its due date. */
    public FormLink anew(OffsetDateTime due) {
        return anew(personId, due);
    }

    /** Returns a new link for the same task, and another person of the same role. */
    public FormLink anewFor(long person) {
        return anew(person, dueAt);
    }

    private FormLink anew(long person, OffsetDateTime due) {
        return new FormLink(
                UUID.randomUUID(),
                purpose,
                taskId,
                school,
                role,
                person,
                interviewId,
                employerId,
                due,
                expiresAt.plus(Duration.between(dueAt, due)),
                asksCode,
                null,
                null,
                null);
    }
}
