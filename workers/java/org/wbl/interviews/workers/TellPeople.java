package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.ElementProperties;

/**
 * Mails people of an interview: the mail of the element's property "mail", to the roles of its property "to", separated
 * by commas. The employer is told only while asked or booked, the family only once it is booked.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class TellPeople implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    TellPeople(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        var properties = ElementProperties.of(execution);
        var template =
                Template.valueOf(properties.get("mail").toUpperCase(Locale.ROOT).replace('-', '_'));
        for (var role : properties.get("to").split(",", -1)) {
            mails.to(role.strip(), template, file);
        }
    }
}
