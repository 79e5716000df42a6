package org.wbl.interviews.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * What the interviews of some schools came to, as one Excel workbook.
 *
 * <p>Rows go from a database cursor through a window of a hundred rows into temporary files, and from there into the
 * compressed workbook: the heap does not grow with the number of interviews. The workbook holds no formula.
 */
@Component
public class ProgressWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int EXCEL_ROWS_PER_SHEET = 1_048_576;

    private final Progress progress;
    private final Targets targets;
    private final Comments comments;
    private final ReportSettings settings;
    private final ZoneId zone;

    ProgressWorkbook(Progress progress, Targets targets, Comments comments, ReportSettings settings, Clock clock) {
        this.progress = progress;
        this.targets = targets;
        this.comments = comments;
        this.settings = settings;
        zone = clock.getZone();
    }

    /**
     * Writes the workbook; nothing reaches {@code target} before all rows are read, and {@code target} stays open.
     *
     * @return what it says
     */
    public Written write(Selection selection, OutputStream target) throws IOException {
        try (var template = new XSSFWorkbook();
                // Excel's usual compression: a workbook is mailed, and the fastest one saves a sixth of the time but is
                // a third larger.
                var workbook = new SXSSFWorkbook(template, ROWS_IN_MEMORY)) {
            var written = progress.read(selection, figures -> fill(workbook, figures));
            workbook.write(target);
            return written;
        }
    }

    private Written fill(SXSSFWorkbook workbook, Progress.Figures figures) {
        var selection = figures.selection();
        var scope = selection.scope();
        var at = scope.at().atZone(zone);
        var template = workbook.getXSSFWorkbook();
        describe(template, scope);
        var styles = new Styles(template);
        // Charts need sheets in memory; these are short. SXSSF streams only what is created through it.
        var readMe = new ReadMeSheet(template, styles);
        var summary = new SummarySheet(template, styles);
        for (var table : Tables.of(scope)) {
            var sheet = table.equals(Tables.MONTHS)
                    ? TableSheet.kept(workbook, table, styles, EXCEL_ROWS_PER_SHEET)
                    : TableSheet.streamed(workbook, table, styles, EXCEL_ROWS_PER_SHEET);
            figures.each(table, sheet);
            sheet.finish();
        }
        new DefinitionsSheet(template, styles).write(scope, figures.terms());
        readMe.write(figures, at, settings.smallNumber());
        var overview = Overview.of(figures, targets.of(selection));
        var sentences = InWords.of(figures, overview, comments.latest(selection), at);
        summary.write(overview, Overview.skills(figures), sentences, template.getSheet(Tables.MONTHS.name()));
        workbook.setActiveSheet(template.getSheetIndex(SummarySheet.NAME));
        return new Written(
                (int) figures.total(Tables.SCHOOLS).number("requested"), sentences.subList(1, sentences.size()));
    }

    private static void describe(XSSFWorkbook workbook, Scope scope) {
        var properties = workbook.getProperties().getCoreProperties();
        properties.setTitle("Informational interviews: progress");
        properties.setCreator("Informational interviews");
        properties.setCreated(Optional.of(Date.from(scope.at())));
    }

    /**
     * What a workbook says.
     *
     * @param interviews how many interviews it counts
     * @param summary the key figures in words, but for what they are about
     */
    public record Written(int interviews, List<String> summary) {

        public Written {
            summary = List.copyOf(summary);
        }
    }
}
