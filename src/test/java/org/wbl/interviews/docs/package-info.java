/** Keeps the documents that are made from models and workers equal to them. */
@NullMarked
package org.wbl.interviews.docs;

import org.jspecify.annotations.NullMarked;
