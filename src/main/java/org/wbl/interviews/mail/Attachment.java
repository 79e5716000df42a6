package org.wbl.interviews.mail;

/**
 * A file that a mail carries.
 *
 * @param name shown to the receiver, with its ending
 * @param type media type
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files
public record Attachment(String name, String type, byte[] content) implements Enclosure {}
