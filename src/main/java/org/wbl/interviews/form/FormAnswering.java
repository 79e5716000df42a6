package org.wbl.interviews.form;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wbl.interviews.form.FormDrafts.Draft;
import org.wbl.interviews.form.FormReceipts.Receipt;
import org.wbl.interviews.process.EmailedForms;
import org.wbl.interviews.process.InterviewProcess;
import org.wbl.interviews.process.OpenTasks;
import org.wbl.interviews.process.OpenTasks.AnswersNotTaken;
import org.wbl.interviews.process.OpenTasks.TaskForm;
import org.wbl.interviews.process.OpenTasks.TaskGone;
import org.wbl.interviews.process.StartLinks;
import org.wbl.interviews.process.StartLinks.Starter;

/**
 * Takes the answers that come through a link: in one transaction the link is spent and the task completed. A link that
 * starts a process is not spent.
 */
@Service
class FormAnswering {

    private final FormLinks links;
    private final FormDrafts drafts;
    private final FormReceipts receipts;
    private final EmailedForms emailedForms;
    private final LinkTokens tokens;
    private final OpenTasks tasks;
    private final StartLinks starts;
    private final Clock clock;

    FormAnswering(
            FormLinks links,
            FormDrafts drafts,
            FormReceipts receipts,
            EmailedForms emailedForms,
            LinkTokens tokens,
            OpenTasks tasks,
            StartLinks starts,
            Clock clock) {
        this.links = links;
        this.drafts = drafts;
        this.receipts = receipts;
        this.emailedForms = emailedForms;
        this.tokens = tokens;
        this.tasks = tasks;
        this.starts = starts;
        this.clock = clock;
    }

    /** Whether a link can still be used, and why not. */
    LinkState stateOf(FormLink link) {
        if (link.submittedAt() != null) {
            return LinkState.ANSWERED;
        }
        if (link.revokedAt() != null) {
            return LinkState.REVOKED;
        }
        if (link.expiresAt().toInstant().isBefore(clock.instant())) {
            return LinkState.EXPIRED;
        }
        return link.taskId() != null && tasks.isPaused(link.taskId()) ? LinkState.ON_HOLD : LinkState.OPEN;
    }

    /** Returns the form behind an open link; empty when its task is gone. */
    Optional<TaskForm> form(FormLink link) {
        return link.taskId() == null ? Optional.of(starts.form(starter(link))) : tasks.form(link.taskId());
    }

    private static Starter starter(FormLink link) {
        return new Starter(
                link.purpose(), link.role(), link.school(), Objects.requireNonNull(link.interviewId()), null);
    }

    /**
     * Answers the link's task, or starts its process, and returns the link. Of two answers at once exactly one is
     * taken: the link's row is locked.
     */
    @Transactional(rollbackFor = Exception.class)
    FormLink answer(String token, String nonce, Map<String, Object> answers)
            throws AnswersNotTaken, LinkNotUsable, TaskGone {
        var link = from(token, nonce, LinkState.OPEN);
        if (link.taskId() == null) {
            starts.start(starter(link), answers);
            return link;
        }
        links.submitted(link.id());
        receipts.keep(link.id(), tasks.complete(link.taskId(), answers));
        return link;
    }

    /** Returns what was answered by a link; empty when it was not, or is too long ago to be shown. */
    Optional<Receipt> receipt(FormLink link) {
        return link.expiresAt().toInstant().isBefore(clock.instant()) ? Optional.empty() : receipts.of(link.id());
    }

    /** Returns the form by which a correction is asked for; empty where the school has to be called for it. */
    Optional<TaskForm> correctionForm(FormLink link) {
        return receipt(link).isPresent() && link.interviewId() != null
                ? Optional.of(starts.form(corrector(link)))
                : Optional.empty();
    }

    /** Asks the school to correct what was answered. */
    @Transactional(rollbackFor = Exception.class)
    void correct(String token, String nonce, Map<String, Object> answers) throws AnswersNotTaken, LinkNotUsable {
        var link = from(token, nonce, LinkState.ANSWERED);
        if (correctionForm(link).isEmpty()) {
            throw new LinkNotUsable(LinkState.ANSWERED);
        }
        starts.start(corrector(link), answers);
    }

    private static Starter corrector(FormLink link) {
        return new Starter(
                InterviewProcess.ANSWER_CORRECTION_KEY,
                link.role(),
                link.school(),
                Objects.requireNonNull(link.interviewId()),
                link.id());
    }

    /** Mails a new link in the place of an expired one, to where that went; returns whether it may go. */
    @Transactional(rollbackFor = Exception.class)
    boolean renew(String token, String nonce) throws LinkNotUsable {
        return emailedForms.renew(from(token, nonce, LinkState.EXPIRED).id());
    }

    /** Returns what somebody has answered so far. */
    Draft draft(FormLink link) {
        return drafts.of(link.id());
    }

    /**
     * Keeps what somebody has answered so far.
     *
     * @return the version to go on from; empty when another window has saved since, and nothing is kept
     */
    @Transactional(rollbackFor = Exception.class)
    Optional<Integer> keep(String token, String nonce, Draft draft) throws LinkNotUsable {
        return drafts.save(from(token, nonce, LinkState.OPEN).id(), draft);
    }

    private FormLink from(String token, String nonce, LinkState wanted) throws LinkNotUsable {
        var link = links.findToAnswer(token).orElseThrow(() -> new LinkNotUsable(LinkState.UNKNOWN));
        var state = stateOf(link);
        if (state != wanted) {
            throw new LinkNotUsable(state == LinkState.OPEN ? LinkState.NOT_FROM_PAGE : state);
        }
        if (!tokens.isNonceOf(link.id(), nonce)) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        return link;
    }

    /** Why a link cannot be used. */
    static final class LinkNotUsable extends Exception {

        private static final long serialVersionUID = 1L;

        private final LinkState state;

        LinkNotUsable(LinkState state) {
            super(state.name());
            this.state = state;
        }

        LinkState state() {
            return state;
        }
    }
}
