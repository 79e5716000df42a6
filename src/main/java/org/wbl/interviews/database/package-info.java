/** Provides the PostgreSQL database: a server named by {@code DB_URL}, or an embedded one under {@code ./data}. */
@NullMarked
package org.wbl.interviews.database;

import org.jspecify.annotations.NullMarked;
