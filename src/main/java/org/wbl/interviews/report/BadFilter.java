package org.wbl.interviews.report;

/** Somebody chose what cannot be chosen; the message is a sentence for this person. */
public final class BadFilter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadFilter(String sentence) {
        super(sentence);
    }
}
