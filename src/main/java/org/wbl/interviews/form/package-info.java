/** Asks people without an account, through a link in a mail. */
@NullMarked
package org.wbl.interviews.form;

import org.jspecify.annotations.NullMarked;
