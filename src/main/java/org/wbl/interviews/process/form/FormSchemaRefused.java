package org.wbl.interviews.process.form;

/** A form whose answers cannot be checked; the message tells its author which part to change. */
public final class FormSchemaRefused extends RuntimeException {

    FormSchemaRefused(String sentence) {
        super(sentence);
    }
}
