/** Makes PDF documents of pages. */
@NullMarked
package org.wbl.interviews.pdf;

import org.jspecify.annotations.NullMarked;
