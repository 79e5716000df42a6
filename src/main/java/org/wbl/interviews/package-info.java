/** Informational interviews between students and employers, run end to end. */
@NullMarked
package org.wbl.interviews;

import org.jspecify.annotations.NullMarked;
