package org.wbl.interviews.form;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wbl.interviews.form.FormCodes.Standing;
import org.wbl.interviews.form.FormCodes.Tried;
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
    private final FormCodes codes;
    private final EmailedForms emailedForms;
    private final LinkTokens tokens;
    private final OpenTasks tasks;
    private final StartLinks starts;
    private final Clock clock;

    FormAnswering(
            FormLinks links,
            FormDrafts drafts,
            FormReceipts receipts,
            FormCodes codes,
            EmailedForms emailedForms,
            LinkTokens tokens,
            OpenTasks tasks,
            StartLinks starts,
            Clock clock) {
        this.links = links;
        this.drafts = drafts;
        this.receipts = receipts;
        this.codes = codes;
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
    Optional<TaskForm> form(FormLink link, Locale language) {
        return link.taskId() == null
                ? Optional.of(starts.form(starter(link), language))
                : tasks.form(link.taskId(), language);
    }

    private static Starter starter(FormLink link) {
        return starter(link.purpose(), link);
    }

    private static Starter starter(String process, FormLink link) {
        return new Starter(process, link.role(), link.school(), link.interviewId(), link.personId(), link.id());
    }

    /**
     * Answers the link's task, or starts its process. Of two answers at once exactly one is taken: the link's row is
     * locked.
     */
    @Transactional(rollbackFor = Exception.class)
    Taken answer(LinkKey key, Map<String, Object> answers, Function<FormLink, Locale> language)
            throws AnswersNotTaken, LinkNotUsable, TaskGone {
        var link = proven(key, LinkState.OPEN);
        if (link.isDesk()) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        if (link.taskId() == null) {
            starts.start(starter(link), answers);
            return new Taken(link, false);
        }
        links.submitted(link.id());
        receipts.keep(link.id(), tasks.complete(link.taskId(), answers, language.apply(link)));
        return new Taken(link, emailedForms.sendCopy(link.id()));
    }

    /**
     * An answer that was taken.
     *
     * @param copied whether a mail to keep goes to whoever answered
     */
    record Taken(FormLink link, boolean copied) {}

    /** Returns what was answered by a link; empty when it was not, or is too long ago to be shown. */
    Optional<Receipt> receipt(FormLink link) {
        return link.expiresAt().toInstant().isBefore(clock.instant()) ? Optional.empty() : receipts.of(link.id());
    }

    /** Returns the form by which a correction is asked for; empty where the school has to be called for it. */
    Optional<TaskForm> correctionForm(FormLink link, Locale language) {
        return isCorrectable(link)
                ? Optional.of(starts.form(starter(InterviewProcess.ANSWER_CORRECTION_KEY, link), language))
                : Optional.empty();
    }

    private boolean isCorrectable(FormLink link) {
        return receipt(link).isPresent() && link.interviewId() != null;
    }

    /** Asks the school to correct what was answered. */
    @Transactional(rollbackFor = Exception.class)
    FormLink correct(LinkKey key, Map<String, Object> answers) throws AnswersNotTaken, LinkNotUsable {
        var link = proven(key, LinkState.ANSWERED);
        if (!isCorrectable(link)) {
            throw new LinkNotUsable(LinkState.ANSWERED);
        }
        starts.start(starter(InterviewProcess.ANSWER_CORRECTION_KEY, link), answers);
        return link;
    }

    /** Returns the form by which somebody says in confidence that something is wrong; empty where one has to call. */
    Optional<TaskForm> concernForm(FormLink link, Locale language) {
        return link.interviewId() != null && link.taskId() == null && stateOf(link) == LinkState.OPEN
                ? Optional.of(starts.form(starter(InterviewProcess.CONCERN_KEY, link), language))
                : Optional.empty();
    }

    /** Tells the safeguarding staff, and nobody else. */
    @Transactional(rollbackFor = Exception.class)
    FormLink tell(LinkKey key, Map<String, Object> answers) throws AnswersNotTaken, LinkNotUsable {
        var link = open(key.token(), key.nonce());
        if (link.interviewId() == null || link.taskId() != null) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        starts.start(starter(InterviewProcess.CONCERN_KEY, link), answers);
        return link;
    }

    /** Returns the form by which somebody says that another person should answer; empty where nobody is asked. */
    Optional<TaskForm> wrongPersonForm(FormLink link, Locale language) {
        return link.taskId() != null && stateOf(link) == LinkState.OPEN
                ? Optional.of(starts.form(starter(InterviewProcess.WRONG_PERSON_KEY, link), language))
                : Optional.empty();
    }

    /** Tells the school that another person should answer; the link opens nothing any more. Needs no code. */
    @Transactional(rollbackFor = Exception.class)
    FormLink handOn(LinkKey key, Map<String, Object> answers) throws AnswersNotTaken, LinkNotUsable {
        var link = open(key.token(), key.nonce());
        if (link.taskId() == null) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        starts.start(starter(InterviewProcess.WRONG_PERSON_KEY, link), answers);
        return link;
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
    Optional<Integer> keep(LinkKey key, Draft draft) throws LinkNotUsable {
        return drafts.save(proven(key, LinkState.OPEN).id(), draft);
    }

    /** Whether whoever brings this proof may see the form; {@code proof} is empty where no code was entered. */
    boolean isProven(FormLink link, String proof) {
        return !link.asksCode() || tokens.isProofOf(link.id(), proof);
    }

    /** Returns the link that a code can open. A desk never closes: the code opens it again. */
    FormLink toProve(String token, String nonce) throws LinkNotUsable {
        var link = links.find(token).orElseThrow(() -> new LinkNotUsable(LinkState.UNKNOWN));
        var state = stateOf(link);
        if (state != LinkState.OPEN && state != LinkState.ANSWERED && !(link.isDesk() && state == LinkState.EXPIRED)) {
            throw new LinkNotUsable(state);
        }
        if (!link.asksCode() || !tokens.isNonceOf(link.id(), nonce)) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        return link;
    }

    /** Mails a new code to where the link went, unless too many were wrong just now. */
    @Transactional(rollbackFor = Exception.class)
    void sendCode(String token, String nonce) throws LinkNotUsable {
        var link = toProve(token, nonce);
        if (codes.standing(link.id()) != Standing.LOCKED) {
            codes.renew(link.id());
            emailedForms.sendCode(link.id());
        }
    }

    @Transactional
    Tried tryCode(FormLink link, String code) {
        var tried = codes.attempt(link.id(), code);
        if (tried == Tried.RIGHT && link.isDesk()) {
            links.prolong(link.id());
        }
        return tried;
    }

    /** Returns an employer's desk to whoever has entered its code. */
    FormLink openDesk(String token, String nonce, String proof) throws LinkNotUsable {
        var link = proven(new LinkKey(token, nonce, proof), LinkState.OPEN);
        if (!link.isDesk()) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        return link;
    }

    /** Returns an open link, of whose page the nonce is; nobody else can use it until this transaction ends. */
    FormLink open(String token, String nonce) throws LinkNotUsable {
        return from(token, nonce, LinkState.OPEN);
    }

    private FormLink proven(LinkKey key, LinkState wanted) throws LinkNotUsable {
        var link = from(key.token(), key.nonce(), wanted);
        if (!isProven(link, key.proof())) {
            throw new LinkNotUsable(LinkState.NEEDS_CODE);
        }
        return link;
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

    /**
     * What a request brings to open a link.
     *
     * @param proof empty where no code was entered
     */
    record LinkKey(String token, String nonce, String proof) {}

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
