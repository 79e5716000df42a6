package org.wbl.interviews.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.jspecify.annotations.Nullable;

/** What a column holds: how it is read from the database, and how it is shown in Excel, on pages and as text. */
enum Kind {
    /** Ids and names. Excel's own text format, so that nothing becomes a number or a formula when a cell is edited. */
    TEXT("@"),
    /** What somebody wrote, over several lines if need be. */
    PROSE("@"),
    /** A code, shown in the words of {@link Terms}. */
    TERM("@"),
    YES_NO("@"),
    NUMBER("#,##0"),
    MEAN("0.0"),
    /** Hours, in quarters and smaller. */
    HOURS("0.00"),
    SHARE("0%"),
    DAY("yyyy-mm-dd"),
    /** The day of an instant, in the district's zone. */
    DATE("yyyy-mm-dd"),
    /** The time of day of an instant, in the district's zone. */
    TIME("hh:mm"),
    MONTH("yyyy-mm");

    private static final double SECONDS_PER_DAY = 86_400;

    final String format;

    Kind(String format) {
        this.format = format;
    }

    boolean isNumeric() {
        return this == NUMBER || this == MEAN || this == HOURS || this == SHARE;
    }

    @Nullable
    Object read(ResultSet row, String source, ZoneId zone) throws SQLException {
        return switch (this) {
            case TEXT, PROSE, TERM -> row.getString(source);
            case YES_NO -> row.getBoolean(source) ? "yes" : "no";
            case NUMBER, MEAN, HOURS, SHARE -> {
                BigDecimal number = row.getBigDecimal(source);
                yield number == null ? null : number.doubleValue();
            }
            case DAY, MONTH -> row.getObject(source, LocalDate.class);
            case DATE, TIME -> {
                var instant = row.getObject(source, OffsetDateTime.class);
                yield instant == null
                        ? null
                        : this == DATE
                                ? instant.atZoneSameInstant(zone).toLocalDate()
                                : instant.atZoneSameInstant(zone).toLocalTime();
            }
        };
    }

    /** Returns a value as a page shows it. */
    String shown(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof Double number)) {
            return text(value);
        }
        return switch (this) {
            case SHARE -> "%.0f%%".formatted(100 * number);
            case MEAN -> "%.1f".formatted(number);
            case HOURS -> String.format(Locale.US, "%,.2f", number);
            default -> String.format(Locale.US, "%,.0f", number);
        };
    }

    /** Returns a value as a program can read it: no thousands, days as ISO 8601, shares as parts of one. */
    String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return this == MONTH && value instanceof LocalDate day
                ? day.toString().substring(0, "yyyy-mm".length())
                : value.toString();
    }

    /** Puts a value into a cell; Excel counts days: half a day is noon. */
    static void put(Cell cell, Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof LocalTime time) {
            cell.setCellValue(time.toSecondOfDay() / SECONDS_PER_DAY);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }
}
