/** Shows administrators how cases fare at each step of each process. */
@NullMarked
package org.wbl.interviews.mirror;

import org.jspecify.annotations.NullMarked;
