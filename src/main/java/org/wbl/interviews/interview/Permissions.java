package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents, disclosures and approvals: facts, each answer a row of its own. */
@Repository
public class Permissions {

    private final JdbcClient database;
    private final Clock clock;

    Permissions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Records what the family allows; a later consent names the one it corrects. */
    public void record(Consent consent) {
        database.sql("""
                        insert into interviews.consent (interview_id, guardian_id, participate, share_data, video,
                            signed_by, relationship, channel, recorded_by, at, corrects)
                        values (:interviewId, (select min(g.id) from interviews.guardian g
                                join interviews.interview i on i.student_id = g.student_id
                                where i.id = :interviewId and :relationship <> 'STUDENT_18'),
                            :participate, :shareData, :video, :signedBy, :relationship, :channel, :recordedBy, :now,
                            (select max(id) from interviews.consent where interview_id = :interviewId))
                        """)
                .param("interviewId", consent.interviewId())
                .param("participate", consent.participate())
                .param("shareData", consent.shareData())
                .param("video", consent.video())
                .param("signedBy", consent.signedBy())
                .param("relationship", consent.relationship())
                .param("channel", consent.recordedBy() == null ? "LINK" : "STAFF")
                .param("recordedBy", consent.recordedBy())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * Records that an employer was told something of a student, with the consent that allowed it.
     *
     * @param fields what was told, such as "first name, grade, program"
     */
    public void recordDisclosure(CaseFile file, String fields, String purpose) {
        database.sql("""
                        insert into interviews.disclosure (interview_id, contact_id, fields, purpose, consent_id, at)
                        values (:interviewId, :contact, :fields, :purpose, :consent, :now)
                        """)
                .param("interviewId", file.id())
                .param("contact", file.contactId())
                .param("fields", fields)
                .param("purpose", purpose)
                .param("consent", file.consentId())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    public void recordApproval(
            String interview, boolean approved, @Nullable String reason, String travelAndEscort, String by) {
        database.sql("""
                        insert into interviews.approval (interview_id, approved, reason, escort, approved_by, at)
                        values (:interview, :approved, :reason, :escort, :by, :now)
                        """)
                .param("interview", interview)
                .param("approved", approved)
                .param("reason", reason)
                .param("escort", travelAndEscort)
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * What a family allows.
     *
     * @param recordedBy the member of staff who entered it for the family, or null when the family did
     */
    public record Consent(
            String interviewId,
            boolean participate,
            boolean shareData,
            boolean video,
            String signedBy,
            String relationship,
            @Nullable String recordedBy) {}
}
