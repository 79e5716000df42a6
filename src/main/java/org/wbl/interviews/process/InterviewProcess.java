package org.wbl.interviews.process;

/** What Java may know about the interview's models: keys, messages and variables. */
public final class InterviewProcess {

    public static final String KEY = "informational-interview";
    public static final String CHECK_IN_KEY = "employer-check-in";
    public static final String EMPLOYER_CONCERN_KEY = "employer-concern";
    public static final String SEND_MAIL_KEY = "send-mail";
    public static final String CANCELLED_MESSAGE = "InterviewCancelled";

    /** The interview's id, which is the business key too. */
    public static final ProcessVariable<String> INTERVIEW_ID = ProcessVariable.string("interviewId");

    /** Empty while the interview goes on, else the ending code; boundary errors write it as well. */
    public static final ProcessVariable<String> ENDING = ProcessVariable.string("ending");

    public static final String STILL_GOING_ON = "";

    /** The beginning, ISO 8601 with offset. */
    public static final ProcessVariable<String> INTERVIEW_AT = ProcessVariable.string("interviewAt");

    /** ACCEPTED, LATER, DECLINED or SILENT. */
    public static final ProcessVariable<String> EMPLOYER_ANSWER = ProcessVariable.string("employerAnswer");

    public static final ProcessVariable<Boolean> CONSENT_GIVEN = ProcessVariable.bool("consentGiven");
    public static final ProcessVariable<Boolean> APPROVED = ProcessVariable.bool("approved");
    public static final ProcessVariable<Boolean> RESEARCH_APPROVED = ProcessVariable.bool("researchApproved");

    /** Whether the student wrote a reflection, or the student's part was closed without one. */
    public static final ProcessVariable<Boolean> REFLECTED = ProcessVariable.bool("reflected");

    public static final ProcessVariable<Boolean> THANK_YOU_BY_MAIL = ProcessVariable.bool("thankYouByMail");

    /** The codes of next steps that are proposed to the student, separated by commas. */
    public static final ProcessVariable<String> NEXT_STEPS = ProcessVariable.string("nextSteps");

    /** Of an employer check-in. */
    public static final ProcessVariable<Long> EMPLOYER_ID = new ProcessVariable<>("employerId", Long.class);

    public static final ProcessVariable<Long> CONTACT_ID = new ProcessVariable<>("contactId", Long.class);
    public static final ProcessVariable<Integer> ROUNDS = ProcessVariable.integer("rounds");
    public static final ProcessVariable<Boolean> ANSWERED = ProcessVariable.bool("answered");
    public static final ProcessVariable<Boolean> EMPLOYER_NEED = ProcessVariable.bool("employerNeed");
    public static final ProcessVariable<Boolean> STOP_CHECK_INS = ProcessVariable.bool("stopCheckIns");

    private InterviewProcess() {}
}
