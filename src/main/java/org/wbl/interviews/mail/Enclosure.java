package org.wbl.interviews.mail;

/** What a mail carries besides its letter. */
public sealed interface Enclosure permits Invitation, Attachment {}
