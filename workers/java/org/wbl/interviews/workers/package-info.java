/** What the machine does by itself: one act per class, reached only by name from the models. */
@NullMarked
package org.wbl.interviews.workers;

import org.jspecify.annotations.NullMarked;
