package org.wbl.interviews.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.apache.poi.ss.usermodel.Cell;
import org.jspecify.annotations.Nullable;

/** What a column holds: how it is read from the database, and which type and format it has in Excel. */
enum Kind {
    /** Ids and names. Excel's own text format, so that nothing becomes a number or a formula when a cell is edited. */
    TEXT("@"),
    /** What somebody wrote, over several lines if need be. */
    PROSE("@"),
    /** A code, shown in the words of {@link Terms}. */
    TERM("@"),
    YES_NO("@"),
    NUMBER("0"),
    MEAN("0.0"),
    SHARE("0%"),
    DAY("yyyy-mm-dd"),
    /** The day of an instant, in the district's zone. */
    DATE("yyyy-mm-dd"),
    /** The time of day of an instant, in the district's zone. */
    TIME("hh:mm");

    private static final double SECONDS_PER_DAY = 86_400;

    final String format;

    Kind(String format) {
        this.format = format;
    }

    @Nullable
    Object read(ResultSet row, String source, ZoneId zone) throws SQLException {
        return switch (this) {
            case TEXT, PROSE, TERM -> row.getString(source);
            case YES_NO -> row.getBoolean(source) ? "yes" : "no";
            case NUMBER, MEAN, SHARE -> {
                BigDecimal number = row.getBigDecimal(source);
                yield number == null ? null : number.doubleValue();
            }
            case DAY -> row.getObject(source, LocalDate.class);
            case DATE, TIME -> {
                var instant = row.getObject(source, OffsetDateTime.class);
                yield instant == null
                        ? null
                        : this == DATE
                                ? instant.atZoneSameInstant(zone).toLocalDate()
                                : timeOfDay(instant.atZoneSameInstant(zone).toLocalTime());
            }
        };
    }

    /** Excel counts days: half a day is noon. */
    static double timeOfDay(LocalTime time) {
        return time.toSecondOfDay() / SECONDS_PER_DAY;
    }

    static void put(Cell cell, Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }
}
