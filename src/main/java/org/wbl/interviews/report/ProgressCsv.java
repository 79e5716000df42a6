package org.wbl.interviews.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tables of the workbook as CSV files in a ZIP file: RFC 4180, UTF-8 with the mark by which Excel knows it.
 *
 * <p>A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
@Component
class ProgressCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Progress progress;

    ProgressCsv(Progress progress) {
        this.progress = progress;
    }

    /** Writes all tables, a row at a time; {@code target} stays open. */
    void write(Selection selection, OutputStream target) throws IOException {
        var zip = new ZipOutputStream(target, UTF_8);
        try {
            progress.read(selection, figures -> {
                Tables.of(selection.scope()).forEach(table -> write(table, figures, zip));
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.finish();
    }

    private static void write(Table table, Progress.Figures figures, ZipOutputStream zip) {
        try {
            zip.putNextEntry(new ZipEntry(table.name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".csv"));
            var writer = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
            writer.write(BYTE_ORDER_MARK);
            var file = new CSVPrinter(writer, FORMAT);
            file.printRecord(table.columns().stream().map(Column::title));
            figures.each(table, values -> print(table, values, file));
            writer.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(Table table, List<@Nullable Object> values, CSVPrinter file) {
        try {
            for (var i = 0; i < values.size(); i++) {
                var value = values.get(i);
                var text = table.columns().get(i).kind().text(value);
                file.print(value instanceof String && Styles.looksLikeFormula(text) ? "'" + text : text);
            }
            file.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
