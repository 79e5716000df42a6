package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CONSENT_WITHDRAWN;
import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.REQUEST_ID;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.ChangeRequests;
import org.wbl.interviews.interview.ChangeRequests.ChangeRequest;
import org.wbl.interviews.interview.ChangeRequests.Side;
import org.wbl.interviews.interview.ChangeRequests.Wish;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.process.StartLinks;

/**
 * Records what employer, student or family ask to be changed. A permission taken back counts from this moment; an
 * interview that has not begun is stopped for it.
 *
 * <p>Reads {@code interviewId}, the role of the link and the answers {@code wish}, {@code familyWish}, {@code times},
 * {@code words}, {@code withdrawnBy} and {@code reachAt}; sets {@code requestId}, {@code consentWithdrawn} and
 * {@code ending}. Refuses a second request before the first is answered, and anything but taking back the permission
 * once the interview has begun.
 */
@Component
class RecordChangeRequest implements ExecutionListener {

    private final Interviews interviews;
    private final ChangeRequests requests;
    private final Permissions permissions;
    private final Clock clock;

    RecordChangeRequest(Interviews interviews, ChangeRequests requests, Permissions permissions, Clock clock) {
        this.interviews = interviews;
        this.requests = requests;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        var side = side(StartLinks.ROLE.get(execution));
        var answers = new Answers(execution);
        var wish = Wish.valueOf(answers.find("familyWish").orElseGet(() -> answers.text("wish")));
        var begun = hasBegun(file);
        if (begun && wish != Wish.WITHDRAW) {
            throw new Refusal("The interview has begun or is over. Please call the school.");
        }
        var request = requests.add(new ChangeRequest(
                        file.id(),
                        side,
                        wish,
                        answers.sentences("times", "words").orElse(null),
                        answers.find("reachAt").orElse(null)))
                .orElseThrow(() -> new Refusal(
                        "Your last request is with the school, which will call you. Please call if it is urgent."));
        if (wish == Wish.WITHDRAW) {
            permissions.withdraw(file.id(), answers.text("withdrawnBy"));
        }
        var stops = wish == Wish.WITHDRAW && !begun;
        if (stops) {
            requests.answer(request, "CANCEL", "system");
        }
        REQUEST_ID.set(execution, request);
        CONSENT_WITHDRAWN.set(execution, stops);
        ENDING.set(execution, ending(side, wish).name());
    }

    private boolean hasBegun(CaseFile file) {
        return file.startsAt() != null && !file.startsAt().toInstant().isAfter(clock.instant());
    }

    private static Ending ending(Side side, Wish wish) {
        if (wish == Wish.WITHDRAW) {
            return Ending.CONSENT_WITHDRAWN;
        }
        return side == Side.EMPLOYER ? Ending.EMP_CANCEL : Ending.STU_WITHDREW;
    }

    private static Side side(String role) {
        return switch (role) {
            case "employers" -> Side.EMPLOYER;
            case "students" -> Side.STUDENT;
            default -> Side.GUARDIAN;
        };
    }
}
