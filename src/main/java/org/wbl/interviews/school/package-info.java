/** Knows the schools and their calendars. */
@NullMarked
package org.wbl.interviews.school;

import org.jspecify.annotations.NullMarked;
