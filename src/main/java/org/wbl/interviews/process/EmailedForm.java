package org.wbl.interviews.process;

import java.util.List;

/**
 * A user task that a person without an account answers through a mailed link, as the element template "Emailed form"
 * says it.
 *
 * @param role the candidate group: employers, guardians or students
 * @param mail which mail asks, such as employer-invitation
 * @param reminders after how many days reminders go out; business days for employers, school days for others
 * @param expiresAfterDays how many calendar days after the due date the link still works
 * @param asksForCode whether the page opens only with a code that is mailed to the address on record
 */
public record EmailedForm(
        String role, String mail, List<Integer> reminders, int expiresAfterDays, boolean asksForCode) {}
