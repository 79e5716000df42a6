package org.wbl.interviews.process;

/** What Java may know about {@code coordinator-handover}, {@code staff-absence} and {@code caseload-alert}. */
public final class StaffProcess {

    public static final ProcessVariable<Long> HANDOVER_ID = new ProcessVariable<>("handoverId", Long.class);

    /** The day of the handover, ISO 8601. */
    public static final ProcessVariable<String> HANDOVER_DAY = ProcessVariable.string("handoverDay");

    public static final ProcessVariable<Boolean> MORE_LEFT = ProcessVariable.bool("handoverMoreLeft");
    public static final ProcessVariable<Integer> TASKS_MOVED = ProcessVariable.integer("handoverTasks");

    public static final ProcessVariable<Long> ABSENCE_ID = new ProcessVariable<>("absenceId", Long.class);

    /** The first day away and the first day at work again, ISO 8601. */
    public static final ProcessVariable<String> FIRST_DAY = ProcessVariable.string("absenceFirstDay");

    public static final ProcessVariable<String> BACK_ON = ProcessVariable.string("absenceBackOn");

    public static final String CASELOAD_ALERT_KEY = "caseload-alert";

    /** The user id of a coordinator with too many interviews. */
    public static final ProcessVariable<String> OVERLOADED = ProcessVariable.string("overloadedCoordinator");

    private StaffProcess() {}
}
