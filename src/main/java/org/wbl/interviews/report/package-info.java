/** Writes what the interviews came to as Excel workbooks, keeps the ones that are mailed, and serves them. */
@NullMarked
package org.wbl.interviews.report;

import org.jspecify.annotations.NullMarked;
