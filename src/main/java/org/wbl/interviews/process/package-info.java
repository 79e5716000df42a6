/**
 * Knows the engine: its configuration and guards, the deployment of models and forms, staff identities, and the tasks
 * that pages complete.
 */
@NullMarked
package org.wbl.interviews.process;

import org.jspecify.annotations.NullMarked;
