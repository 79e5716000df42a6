package org.wbl.interviews.interview;

/** What a student can do after an interview: a closed list, from exploring to working. */
public enum NextStep {
    JOB_SHADOW("Job shadow: a day beside somebody at work"),
    WORKPLACE_TOUR("Workplace tour"),
    SECOND_INTERVIEW_SAME_FIELD("Second interview, same field"),
    SECOND_INTERVIEW_OTHER_FIELD("Second interview, other field"),
    MOCK_INTERVIEW("Practice job interview"),
    CAREER_MENTORING("Career mentoring"),
    WORKPLACE_CHALLENGE("Workplace challenge: solve a task of a company"),
    INTERNSHIP("Internship"),
    SUMMER_JOB_SYEP("Summer job"),
    COURSE_OR_PROGRAM_CHOICE("Choose a course or program"),
    COLLEGE_OR_TRAINING_RESEARCH("Look into colleges or training"),
    INDUSTRY_CREDENTIAL("Earn an industry credential"),
    NONE_YET("None yet");

    private final String words;

    NextStep(String words) {
        this.words = words;
    }

    /** The step as a student reads it. */
    public String words() {
        return words;
    }
}
