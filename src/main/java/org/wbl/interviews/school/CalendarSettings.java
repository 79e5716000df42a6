package org.wbl.interviews.school;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How far ahead interviews are booked.
 *
 * @param leadTime of the longest step before an interview; one that is booked later is expedited
 * @param employerNotice what employers are promised; whoever books later is warned
 */
@ConfigurationProperties("interviews.calendar")
public record CalendarSettings(Period leadTime, Period employerNotice) {}
