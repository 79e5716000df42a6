package org.wbl.interviews.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that shall be sent: what, to whom, and the rows its text is made from.
 *
 * @param id names the mail in the log, and the process that sends it
 * @param school code of the school it comes from
 * @param recipient one address
 * @param role employers, guardians, students or a group of staff
 * @param personId contact, guardian or student, by role
 */
public record Mail(
        UUID id,
        Template template,
        String school,
        String recipient,
        String role,
        @Nullable Long personId,
        @Nullable String interviewId,
        @Nullable Long employerId,
        @Nullable UUID formLinkId,
        @Nullable Long reportId) {

    /** Returns a new mail that refers to nothing yet. */
    public static Mail of(Template template, String school, String recipient, String role) {
        return new Mail(UUID.randomUUID(), template, school, recipient, role, null, null, null, null, null);
    }

    /** Returns a new mail that says the same, to another address. */
    public Mail readdressed(String to) {
        return new Mail(
                UUID.randomUUID(), template, school, to, role, personId, interviewId, employerId, formLinkId, reportId);
    }

    /** Returns a new mail to the same person about the same, which says something else. */
    public Mail followedBy(Template next) {
        return new Mail(
                UUID.randomUUID(),
                next,
                school,
                recipient,
                role,
                personId,
                interviewId,
                employerId,
                formLinkId,
                reportId);
    }

    /** Returns the mail with its receiver named. */
    public Mail toPerson(long person) {
        return new Mail(id, template, school, recipient, role, person, interviewId, employerId, formLinkId, reportId);
    }

    /** Returns the mail as one about an interview. */
    public Mail aboutInterview(String interview) {
        return new Mail(id, template, school, recipient, role, personId, interview, employerId, formLinkId, reportId);
    }

    /** Returns the mail as one about an employer. */
    public Mail aboutEmployer(long employer) {
        return new Mail(id, template, school, recipient, role, personId, interviewId, employer, formLinkId, reportId);
    }

    /** Returns the mail as one whose button opens this form link. */
    public Mail withFormLink(UUID formLink) {
        return new Mail(id, template, school, recipient, role, personId, interviewId, employerId, formLink, reportId);
    }

    /** Returns the mail as one that carries this report. */
    public Mail withReport(long report) {
        return new Mail(id, template, school, recipient, role, personId, interviewId, employerId, formLinkId, report);
    }
}
