/**
 * The server's own check of answers to a Camunda Form.
 *
 * <p>The form-js 1.8.7 viewer is the reference: what it lets a person submit is accepted, what it does not is refused.
 */
@NullMarked
package org.wbl.interviews.process.form;

import org.jspecify.annotations.NullMarked;
