package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents, disclosures and approvals: facts, each answer a row of its own. */
@Repository
public class Permissions {

    /** In years (34 CFR 99.5); from then on a student's consent is his or her own. */
    public static final int OF_AGE = 18;

    private final JdbcClient database;
    private final Clock clock;

    Permissions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Records what the family allows; a later consent names the one it corrects. */
    public void record(Consent consent) {
        database.sql("""
                        insert into interviews.consent (interview_id, mode, place, starts_at, guardian_id, participate, share_data, video,
                            signed_by, relationship, channel, recorded_by, at, corrects)
                        select i.id, m.mode, m.place, m.starts_at, (select min(g.id) from interviews.guardian g
                                where g.student_id = i.student_id and :relationship <> 'STUDENT_18'),
                            :participate, :shareData, :video, :signedBy, :relationship, :channel, :recordedBy, :now,
                            (select max(id) from interviews.consent where interview_id = :interviewId)
                        from interviews.interview i join interviews.interview m on m.id = coalesce(i.session, i.id)
                        where i.id = :interviewId
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

    /** Returns the consent that counts; empty when nobody has answered. */
    public Optional<Consent> standing(String interview) {
        return database.sql("""
                        select interview_id, participate, share_data, video, signed_by, relationship, recorded_by
                        from interviews.consent where interview_id = :interview order by id desc limit 1
                        """)
                .param("interview", interview)
                .query(Consent.class)
                .optional();
    }

    /**
     * Records that a consent was taken back; where none stands, nothing.
     *
     * @param signedBy who takes it back, or null when it is not known to be another than who gave it
     */
    public void withdraw(String interview, @Nullable String signedBy) {
        database.sql("""
                        insert into interviews.consent (interview_id, mode, place, starts_at, guardian_id, participate, share_data,
                            video, signed_by, relationship, channel, recorded_by, at, corrects)
                        select interview_id, mode, place, starts_at, guardian_id, false, false, false, coalesce(:signedBy, signed_by), relationship,
                            channel, recorded_by, :now, id
                        from (select * from interviews.consent where interview_id = :interview order by id desc limit 1) last
                        where participate
                        """)
                .param("interview", interview)
                .param("signedBy", signedBy)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * Records that an employer was told something of a student, with the consent that allowed it.
     *
     * <p>Once for each purpose: what is sent again tells nothing new.
     *
     * @param fields what was told, such as "first name, grade, program"
     * @param purpose what for, such as the code of the mail
     */
    public void recordDisclosure(CaseFile file, String fields, String purpose) {
        database.sql("""
                        insert into interviews.disclosure (interview_id, contact_id, fields, purpose, consent_id, at)
                        select :interviewId, :contact, :fields, :purpose, :consent, :now
                        where not exists (select from interviews.disclosure where interview_id = :interviewId
                            and contact_id = :contact and consent_id = :consent and purpose = :purpose)
                        """)
                .param("interviewId", file.id())
                .param("contact", file.contactId())
                .param("fields", fields)
                .param("purpose", purpose)
                .param("consent", file.consentId())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Records an administrator's decision on the interview as it is booked now. */
    public void recordApproval(String interview, boolean approved, @Nullable String reason, String by) {
        database.sql("""
                        insert into interviews.approval (interview_id, approved, mode, starts_at, reason, approved_by, at)
                        select id, :approved, mode, starts_at, :reason, :by, :now
                        from interviews.interview where id = :interview
                        """)
                .param("interview", interview)
                .param("approved", approved)
                .param("reason", reason)
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
