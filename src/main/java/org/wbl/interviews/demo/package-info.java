/** What only the profile "demo" has: two invented schools, a mailbox that catches every mail, a clock to move. */
@NullMarked
package org.wbl.interviews.demo;

import org.jspecify.annotations.NullMarked;
