package org.wbl.interviews.report;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How reports count.
 *
 * @param smallNumber counts of students from 1 to one less than this are withheld from everybody but the school's own
 *     staff
 * @param targetHours so many counted hours make a program's hours complete (Perkins V, indicator 5S3, as New York State
 *     counts it)
 * @param monthlyCap of how many students a month an employer is asked at most that has named no number
 * @param largestAttachment a larger workbook is not mailed: the mail links to it
 * @param weeklyKept so long the workbooks of weekly reports are kept
 */
@ConfigurationProperties("interviews.report")
public record ReportSettings(
        @DefaultValue("6") int smallNumber,
        @DefaultValue("54") int targetHours,
        @DefaultValue("4") int monthlyCap,
        @DefaultValue("10MB") DataSize largestAttachment,
        @DefaultValue("P90D") Period weeklyKept) {

    private static final int LEAST = 2;
    private static final int MOST = 20;

    public ReportSettings {
        if (smallNumber < LEAST || smallNumber > MOST) {
            throw new IllegalArgumentException(
                    "interviews.report.small-number must be from %d to %d students.".formatted(LEAST, MOST));
        }
        if (targetHours < 1) {
            throw new IllegalArgumentException("interviews.report.target-hours must be at least 1 hour.");
        }
        if (monthlyCap < 1) {
            throw new IllegalArgumentException("interviews.employer.monthly-cap must be at least 1 student.");
        }
        if (largestAttachment.isNegative()) {
            throw new IllegalArgumentException("interviews.report.largest-attachment must not be less than 0 bytes.");
        }
        if (weeklyKept.isNegative()) {
            throw new IllegalArgumentException("interviews.report.weekly-kept must not be less than 0 days.");
        }
    }
}
