/** Decides who may call which address. */
@NullMarked
package org.wbl.interviews.security;

import org.jspecify.annotations.NullMarked;
