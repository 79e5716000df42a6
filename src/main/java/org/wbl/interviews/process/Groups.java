package org.wbl.interviews.process;

/** The groups of staff, as engine group ids; models and filters name them. */
public final class Groups {

    public static final String COORDINATORS = "coordinators";
    public static final String TEACHERS = "teachers";
    public static final String ADMINISTRATORS = "administrators";
    public static final String LEADERSHIP = "leadership";

    /**
     * The named people of a school who see its safety concerns, and nobody else does; each is in another group of staff
     * as well, which opens Tasklist.
     */
    public static final String SAFEGUARDING = "safeguarding";

    /** May deploy models, decisions and forms; deploying is running code, so this is a small group. */
    public static final String MODELERS = "modelers";

    /** The engine's own group with every right, across schools. */
    public static final String DISTRICT_ADMINISTRATORS = "camunda-admin";

    private Groups() {}
}
