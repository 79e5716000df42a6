/** Shows emailed forms to people without an account and takes their answers. */
@NullMarked
package org.wbl.interviews.form;

import org.jspecify.annotations.NullMarked;
