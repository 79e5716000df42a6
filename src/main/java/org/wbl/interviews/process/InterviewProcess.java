package org.wbl.interviews.process;

import java.util.Date;

/** What Java may know about the interview's models: keys, messages and variables. */
public final class InterviewProcess {

    public static final String KEY = "informational-interview";
    public static final String CHECK_IN_KEY = "employer-check-in";
    public static final String EMPLOYER_CONCERN_KEY = "employer-concern";
    public static final String EMPLOYER_ABSENCE_KEY = "employer-absence";
    public static final String SEND_MAIL_KEY = "send-mail";
    public static final String CANCELLED_MESSAGE = "InterviewCancelled";

    /** The interview was moved or changed: what no longer fits is arranged anew. */
    public static final String CHANGED_MESSAGE = "ArrangementsChanged";

    /** The interview is closed: what is still asked beside it is no longer needed. */
    public static final String CLOSED_MESSAGE = "InterviewClosed";

    public static final String HOLD_KEY = "interview-hold";
    public static final String CLOSURE_KEY = "interview-closure";
    public static final String CHANGE_REQUEST_KEY = "change-request";
    public static final String ANSWER_CORRECTION_KEY = "answer-correction";
    public static final String EMPLOYER_STOP_KEY = "employer-stop";
    public static final String WRONG_PERSON_KEY = "wrong-person";
    public static final String EMPLOYER_BREAK_KEY = "employer-break";
    public static final String CONCERN_KEY = "tell-safety-concern";

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
    /** APPROVE, RETURN or REFUSE. */
    public static final ProcessVariable<String> APPROVAL_DECISION = ProcessVariable.string("approvalDecision");

    /** The way in which the interview is held: the input of the decision table "Interview mode". */
    public static final ProcessVariable<String> MODE = ProcessVariable.string("mode");

    public static final ProcessVariable<Boolean> VISIT_NEEDED = ProcessVariable.bool("visitNeeded");
    public static final ProcessVariable<Boolean> VISIT_OPEN = ProcessVariable.bool("visitOpen");
    public static final ProcessVariable<Boolean> CONSENT_OPEN = ProcessVariable.bool("consentOpen");
    public static final ProcessVariable<Boolean> APPROVAL_OPEN = ProcessVariable.bool("approvalOpen");
    public static final ProcessVariable<Boolean> ROOM_OPEN = ProcessVariable.bool("roomOpen");
    public static final ProcessVariable<Boolean> EMPLOYER_OPEN = ProcessVariable.bool("employerOpen");
    public static final ProcessVariable<Boolean> ACCOMMODATIONS_OPEN = ProcessVariable.bool("accommodationsOpen");

    public static final ProcessVariable<Boolean> SCREENED = ProcessVariable.bool("screened");
    public static final ProcessVariable<Boolean> ADULT = ProcessVariable.bool("adult");
    public static final ProcessVariable<Boolean> NEW_HOST = ProcessVariable.bool("newHost");
    public static final ProcessVariable<Boolean> DETAILS_AGREED = ProcessVariable.bool("detailsAgreed");
    /** ON_THE_WAY, THERE, BACK or NO. */
    public static final ProcessVariable<String> DEPARTURE = ProcessVariable.string("departure");

    public static final ProcessVariable<Boolean> STUDENT_ARRIVED = ProcessVariable.bool("studentArrived");
    public static final ProcessVariable<Boolean> RESEARCH_APPROVED = ProcessVariable.bool("researchApproved");

    /** Of a change: a row of interview_change. */
    public static final ProcessVariable<Long> CHANGE_ID = new ProcessVariable<>("changeId", Long.class);

    public static final ProcessVariable<Boolean> MOVED_TWICE = ProcessVariable.bool("movedTwice");
    public static final ProcessVariable<Boolean> MOVE_ALLOWED = ProcessVariable.bool("moveAllowed");

    /** Of a hold: whether the interview goes on, and whether at another time. */
    public static final ProcessVariable<Boolean> GO_ON = ProcessVariable.bool("goOn");

    public static final ProcessVariable<Boolean> MOVED = ProcessVariable.bool("moved");

    /** Of a closed school: a row of school_closure. */
    public static final ProcessVariable<Long> CLOSURE_ID = new ProcessVariable<>("closureId", Long.class);

    /** What it means for an interview: STOP, ASK or NONE. */
    public static final ProcessVariable<String> CLOSURE = ProcessVariable.string("closure");

    public static final ProcessVariable<Boolean> TAKES_PLACE = ProcessVariable.bool("takesPlace");

    /** Whether there is time to arrange anything before the decision. */
    public static final ProcessVariable<Boolean> TIME_TO_ARRANGE = ProcessVariable.bool("timeToArrange");

    /** Whether a mail waits until it may go, and until when. */
    public static final ProcessVariable<Boolean> WAITS = ProcessVariable.bool("waits");

    /** When an employer's break is over. */
    public static final ProcessVariable<Date> BREAK_ENDS = new ProcessVariable<>("breakEnds", Date.class);

    /** The employer's break ends before its day. */
    public static final String BREAK_ENDED_MESSAGE = "BreakEnded";

    public static final ProcessVariable<Date> SEND_AT = new ProcessVariable<>("sendAt", Date.class);

    /** Of an answer that somebody asks to correct: a row of answer_correction. */
    public static final ProcessVariable<Long> CORRECTION_ID = new ProcessVariable<>("correctionId", Long.class);

    /** Of a change that employer or family ask for: a row of change_request. */
    public static final ProcessVariable<Long> REQUEST_ID = new ProcessVariable<>("requestId", Long.class);

    public static final ProcessVariable<Boolean> CONSENT_WITHDRAWN = ProcessVariable.bool("consentWithdrawn");

    /** MOVE, CANCEL or KEEP. */
    public static final ProcessVariable<String> REQUEST_DECISION = ProcessVariable.string("requestDecision");

    /** The ids of the students' parts in a class session; each is the {@link #INTERVIEW_ID} of a process of its own. */
    public static final String PARTICIPATIONS = "participations";

    public static final String CLASS_SESSION_KEY = "class-session";
    public static final String REPLACEMENT_KEY = "recording-replacement";

    /** The class session is over, or off: sent to each student's part with its ending, empty for who was there. */
    public static final String SESSION_OVER_MESSAGE = "SessionOver";

    /** Whether an employer is spoken to, not watched. */
    public static final ProcessVariable<Boolean> LIVE = ProcessVariable.bool("live");

    /** The ending with which each student's part begins. */
    public static final ProcessVariable<String> STILL_OPEN = ProcessVariable.string("stillGoingOn");

    /** Whether an employer is to be asked how the session was. */
    public static final ProcessVariable<Boolean> FOLLOW_UP = ProcessVariable.bool("followUp");

    public static final ProcessVariable<Long> RECORDING_ID = new ProcessVariable<>("recordingId", Long.class);

    /** Of interviews for a class: whether somebody got none, and who and why. */
    public static final ProcessVariable<Boolean> LEFT_OUT = ProcessVariable.bool("leftOut");

    /** Ids of students, separated by commas. */
    public static final ProcessVariable<String> LEFT_OUT_STUDENTS = ProcessVariable.string("leftOutStudents");
    /** Whether another interview was booked for the time that this one was to be moved to. */
    public static final ProcessVariable<Boolean> TIME_TAKEN = ProcessVariable.bool("timeTaken");

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

    /** YES, NOT_NOW or NEVER. */
    public static final ProcessVariable<String> MAY_ASK = ProcessVariable.string("mayAsk");

    public static final ProcessVariable<Boolean> STOP_CHECK_INS = ProcessVariable.bool("stopCheckIns");

    /** Whether the employer did not come to the interview before either. */
    public static final ProcessVariable<Boolean> ABSENT_AGAIN = ProcessVariable.bool("absentAgain");

    private InterviewProcess() {}
}
