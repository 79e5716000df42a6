package org.wbl.interviews.process.form;

/**
 * One reason why answers were refused, for the person who filled in the form.
 *
 * @param key the field's key with dots between the levels; empty if no single field is meant, or if the key that came
 *     in is not fit to be repeated
 * @param label the field's label as plain text; empty if there is no such field
 * @param sentence one whole sentence; never holds an answer's text, nor any of {@code < > &}
 */
public record FieldProblem(String key, String label, String sentence) {}
