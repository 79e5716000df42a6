package org.wbl.interviews.form;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wbl.interviews.process.OpenTasks;
import org.wbl.interviews.process.OpenTasks.AnswersNotTaken;
import org.wbl.interviews.process.OpenTasks.TaskGone;

/** Takes the answers that come through a link: in one transaction the link is spent and the task completed. */
@Service
class FormAnswering {

    private final FormLinks links;
    private final LinkTokens tokens;
    private final OpenTasks tasks;
    private final Clock clock;

    FormAnswering(FormLinks links, LinkTokens tokens, OpenTasks tasks, Clock clock) {
        this.links = links;
        this.tokens = tokens;
        this.tasks = tasks;
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
        return link.expiresAt().toInstant().isBefore(clock.instant()) ? LinkState.EXPIRED : LinkState.OPEN;
    }

    /** Answers the link's task. Of two answers at once exactly one is taken: the link's row is locked. */
    @Transactional(rollbackFor = Exception.class)
    void answer(String token, String nonce, Map<String, Object> answers)
            throws AnswersNotTaken, LinkNotUsable, TaskGone {
        var link = links.findToAnswer(token).orElseThrow(() -> new LinkNotUsable(LinkState.UNKNOWN));
        var state = stateOf(link);
        if (state != LinkState.OPEN) {
            throw new LinkNotUsable(state);
        }
        if (!tokens.isNonceOf(link.id(), nonce)) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        links.submitted(link.id());
        tasks.complete(link.taskId(), answers);
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
