/** Knows the students and their families. */
@NullMarked
package org.wbl.interviews.student;

import org.jspecify.annotations.NullMarked;
