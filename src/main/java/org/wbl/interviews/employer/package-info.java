/** Knows the employers, what they answered and how often they are asked. */
@NullMarked
package org.wbl.interviews.employer;

import org.jspecify.annotations.NullMarked;
