package org.wbl.interviews.interview;

/** The ways in which an interview is held; what each needs says the decision table {@code interviewMode}. */
public enum Mode {
    IN_PERSON_WORKPLACE("at the workplace"),
    IN_PERSON_SCHOOL("at the school"),
    PHONE("by telephone"),
    VIDEO("by video"),
    HYBRID("by video, with a class"),
    RECORDED_SIMULATION("with a recording");

    private final String words;

    Mode(String words) {
        this.words = words;
    }

    /** Returns the way as it stands in a sentence: "they meet at the school". */
    public String words() {
        return words;
    }
}
