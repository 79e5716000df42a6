package org.wbl.interviews.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Issues, repeats and closes the links of emailed forms; called by the engine for each such task. */
public interface EmailedForms {

    /** The task was created: issue a link and queue the mail that asks. */
    void ask(DelegateTask task, EmailedForm form);

    /** The task is still open after one of its reminder days. */
    void remind(DelegateTask task);

    /**
     * The link has expired, and the person asks for another one: it goes where the first one went.
     *
     * @return whether it goes; not to an employer that gets no mail any more
     */
    boolean renew(UUID link);

    /**
     * Reminds of an open link because staff wish so; at a working hour, as every reminder.
     *
     * @return whether it goes; not to an employer that gets no mail any more
     */
    boolean remind(UUID link);

    /** Mails the code that opens a link, to where the link went. */
    void sendCode(UUID link);

    /**
     * Mails what was answered by this link, to keep; a family gets a mail of its own for each consent.
     *
     * @return whether it goes; not to an employer that gets no mail any more
     */
    boolean sendCopy(UUID link);

    /** The task was answered or is no longer needed: its link opens no form any more. */
    void close(DelegateTask task);
}
