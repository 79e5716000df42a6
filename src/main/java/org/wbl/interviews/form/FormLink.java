package org.wbl.interviews.form;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that one person may use to answer one task, or, as long as the interview goes on, to start a process about it.
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

    /** Returns a new link for the same task and person. */
    public FormLink anew() {
        return anew(dueAt);
    }

    /** Returns a new link for the same task and person, which lives as long after its due date. */
    public FormLink anew(OffsetDateTime due) {
        return new FormLink(
                UUID.randomUUID(),
                purpose,
                taskId,
                school,
                role,
                personId,
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
