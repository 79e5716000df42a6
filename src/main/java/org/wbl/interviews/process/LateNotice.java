package org.wbl.interviews.process;

import org.wbl.interviews.interview.DayNotes.Side;

/** Tells the other side of an interview, and the coordinator, that somebody comes late. */
public interface LateNotice {

    /** Queues the mails; what they say is the newest note of the day. */
    void tell(String interview, Side late);
}
