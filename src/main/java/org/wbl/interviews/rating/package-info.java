/** Keeps employability ratings; none is ever changed. */
@NullMarked
package org.wbl.interviews.rating;

import org.jspecify.annotations.NullMarked;
