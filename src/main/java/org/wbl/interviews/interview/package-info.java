/** Knows interviews and the facts around each: permissions, research, reflection. */
@NullMarked
package org.wbl.interviews.interview;

import org.jspecify.annotations.NullMarked;
