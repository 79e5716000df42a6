package org.wbl.interviews.mail;

/**
 * What a mail says.
 *
 * @param subject one line, without personal data
 * @param html the text as a page
 * @param text the same as plain text
 */
public record Letter(String subject, String html, String text) {}
