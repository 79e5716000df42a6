package org.wbl.interviews.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Answers a query with a forbidden expression as the caller's mistake, a 400 over REST. The engine would call it a
 * failure of its own and repeat the expression.
 */
class QueryExpressions extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            throw e.getCause() instanceof NotAllowed refusal ? refusal : e;
        } catch (ELException e) {
            throw command instanceof AbstractQuery || command instanceof AbstractExecuteFilterCmd
                    ? new NotAllowed()
                    : e;
        }
    }

    /** The expression stands in a query and is none of {@link ModelExpressions#QUERY_EXPRESSIONS}. */
    static final class NotAllowed extends BadUserRequestException {

        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("This expression is not allowed in a query. Allowed are "
                    + String.join(
                            ", ",
                            ModelExpressions.QUERY_EXPRESSIONS.stream().sorted().toList())
                    + ".");
        }
    }
}
