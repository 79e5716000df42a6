package org.wbl.interviews.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything about the interviews of some schools as one Excel workbook.
 *
 * <p>Rows go from a database cursor through a window of a hundred rows into temporary files, and from there into the
 * compressed workbook: the heap does not grow with the number of interviews. The workbook holds no formula.
 */
@Component
public class ProgressWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int ROWS_PER_FETCH = 500;
    private static final int EXCEL_ROWS_PER_SHEET = 1_048_576;

    private final JdbcClient database;
    private final TransactionTemplate snapshot;
    private final ZoneId zone;

    ProgressWorkbook(DataSource source, PlatformTransactionManager transactions, Clock clock) {
        var rows = new JdbcTemplate(source);
        rows.setFetchSize(ROWS_PER_FETCH);
        database = JdbcClient.create(rows);
        zone = clock.getZone();
        // All sheets show the same moment; and without a transaction the driver would fetch all rows at once.
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * Writes the workbook; nothing reaches {@code target} before all rows are read, and {@code target} stays open.
     *
     * @return how many interviews it shows
     */
    public int write(Scope scope, OutputStream target) throws IOException {
        try (var template = new XSSFWorkbook();
                // Excel's usual compression: a workbook is mailed, and the fastest one saves a sixth of the time but is
                // a third larger.
                var workbook = new SXSSFWorkbook(template, ROWS_IN_MEMORY)) {
            var interviews = Objects.requireNonNull(snapshot.execute(status -> fill(workbook, scope)));
            workbook.write(target);
            return interviews;
        }
    }

    private int fill(SXSSFWorkbook workbook, Scope scope) {
        var at = scope.at().atZone(zone);
        var chosen = schools(scope);
        var figures = Figures.read(database, chosen);
        var total = figures.get(figures.size() - 1);
        var terms = Terms.read(database);

        var template = workbook.getXSSFWorkbook();
        describe(template, scope);
        var styles = new Styles(template);
        // Charts need sheets in memory; these two are short. SXSSF streams only what is created through it.
        new ReadMeSheet(template, styles).write(scope, at, figures.subList(0, figures.size() - 1), terms, gaps(chosen));
        new SummarySheet(template, styles).write(figures, openNeeds(chosen), at);
        for (var table : Table.ALL) {
            var sheet = new TableSheet(workbook, table, styles, terms, zone, EXCEL_ROWS_PER_SHEET);
            database.sql(table.query()).param("schools", chosen).query(sheet);
            sheet.finish();
        }
        workbook.setActiveSheet(template.getSheetIndex(SummarySheet.NAME));
        return total.requested();
    }

    private String[] schools(Scope scope) {
        return database.sql("select code from interviews.school where :every or code = any (:schools)")
                .param("every", scope.everySchool())
                .param("schools", scope.schools().toArray(String[]::new))
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private List<ReadMeSheet.Gap> gaps(String[] schools) {
        return database.sql("select words, sum(interviews) as interviews from interviews.report_gap"
                        + " where school = any (:schools) group by position, words order by position")
                .param("schools", schools)
                .query(ReadMeSheet.Gap.class)
                .list();
    }

    private int openNeeds(String[] schools) {
        return database.sql("select count(open_need) from interviews.report_employer where school = any (:schools)")
                .param("schools", schools)
                .query(Integer.class)
                .single();
    }

    private static void describe(XSSFWorkbook workbook, Scope scope) {
        var properties = workbook.getProperties().getCoreProperties();
        properties.setTitle("Informational interviews: progress");
        properties.setCreator("Informational interviews");
        properties.setCreated(Optional.of(Date.from(scope.at())));
    }
}
