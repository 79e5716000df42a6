package org.wbl.interviews.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that cannot be taken, for a reason that only the business knows: the task stays open and the person reads
 * the message. The message is one sentence and never repeats what was entered.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }

    /** Finds the refusal that the engine wrapped into its own exceptions. */
    static Optional<Refusal> in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
