package org.wbl.interviews.workers;

import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.DayNotes.Side;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.LateNotice;

/**
 * Tells the other side of an interview, and the coordinator, that somebody comes late; in a class, the teacher, who is
 * with the students.
 */
@Component
class LateNotices implements LateNotice {

    private final Interviews interviews;
    private final Mails mails;

    LateNotices(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void tell(String interview, Side late) {
        var file = interviews.get(interview);
        if (late == Side.STUDENT) {
            mails.to("employers", Template.RUNNING_LATE, file);
        } else {
            mails.to(file.isClassSession() ? Groups.TEACHERS : "students", Template.RUNNING_LATE, file);
        }
        mails.to(Groups.COORDINATORS, Template.RUNNING_LATE, file);
    }
}
