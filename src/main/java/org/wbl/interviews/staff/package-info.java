/** Knows who of the staff is away, and who stands in. */
@NullMarked
package org.wbl.interviews.staff;

import org.jspecify.annotations.NullMarked;
