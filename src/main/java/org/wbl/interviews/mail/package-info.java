/** Mails to people outside and inside the school: what they say, the log of them, and their way to the mail server. */
@NullMarked
package org.wbl.interviews.mail;

import org.jspecify.annotations.NullMarked;
