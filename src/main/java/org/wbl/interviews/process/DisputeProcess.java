package org.wbl.interviews.process;

/** What Java may know about {@code processes/trouble/rating-dispute.bpmn}: its variables. */
public final class DisputeProcess {

    public static final ProcessVariable<Long> DISPUTE_ID = new ProcessVariable<>("disputeId", Long.class);
    public static final ProcessVariable<Boolean> AMENDED = ProcessVariable.bool("ratingAmended");

    private DisputeProcess() {}
}
