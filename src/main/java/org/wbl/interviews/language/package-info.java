/** The languages that families read, what is translated into them, and whether a person has checked it. */
@NullMarked
package org.wbl.interviews.language;

import org.jspecify.annotations.NullMarked;
