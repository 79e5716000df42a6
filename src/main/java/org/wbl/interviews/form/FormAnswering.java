package org.wbl.interviews.form;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
    private final LinkTokens tokens;
    private final OpenTasks tasks;
    private final StartLinks starts;
    private final Clock clock;

    FormAnswering(FormLinks links, LinkTokens tokens, OpenTasks tasks, StartLinks starts, Clock clock) {
        this.links = links;
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
        return new Starter(link.purpose(), link.role(), link.school(), Objects.requireNonNull(link.interviewId()));
    }

    /**
     * Answers the link's task, or starts its process, and returns the link. Of two answers at once exactly one is
     * taken: the link's row is locked.
     */
    @Transactional(rollbackFor = Exception.class)
    FormLink answer(String token, String nonce, Map<String, Object> answers)
            throws AnswersNotTaken, LinkNotUsable, TaskGone {
        var link = links.findToAnswer(token).orElseThrow(() -> new LinkNotUsable(LinkState.UNKNOWN));
        var state = stateOf(link);
        if (state != LinkState.OPEN) {
            throw new LinkNotUsable(state);
        }
        if (!tokens.isNonceOf(link.id(), nonce)) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        if (link.taskId() == null) {
            starts.start(starter(link), answers);
            return link;
        }
        links.submitted(link.id());
        tasks.complete(link.taskId(), answers);
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
