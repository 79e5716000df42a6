package org.wbl.interviews.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the workbook and the same as CSV, written now, with the filters of the page. */
@Controller
class ReportController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProgressFilters filters;
    private final ProgressWorkbook workbook;
    private final ProgressCsv csv;
    private final Clock clock;

    ReportController(ProgressFilters filters, ProgressWorkbook workbook, ProgressCsv csv, Clock clock) {
        this.filters = filters;
        this.workbook = workbook;
        this.csv = csv;
        this.clock = clock;
    }

    @GetMapping("/reports/progress.xlsx")
    void workbook(@RequestParam Map<String, String> chosen, HttpServletResponse response) throws IOException {
        var selection = filters.chosen(chosen);
        attach(response, selection, XLSX, "xlsx");
        workbook.write(selection, response.getOutputStream());
    }

    @GetMapping("/reports/progress.zip")
    void csv(@RequestParam Map<String, String> chosen, HttpServletResponse response) throws IOException {
        var selection = filters.chosen(chosen);
        attach(response, selection, "application/zip", "zip");
        csv.write(selection, response.getOutputStream());
    }

    private void attach(HttpServletResponse response, Selection selection, String type, String ending) {
        attach(response, "interview-progress-%s-%s.%s".formatted(name(selection), LocalDate.now(clock), ending), type);
    }

    /** Says that the answer is a file, which nobody stores on the way. */
    static void attach(HttpServletResponse response, String file, String type) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static String name(Selection selection) {
        var scope = selection.scope();
        var schools = scope.everySchool()
                ? "every-school"
                : scope.schools().size() == 1
                        ? scope.schools().iterator().next()
                        : scope.schools().size() + "-schools";
        return schools + "-" + selection.period().code() + (selection.isNarrowed() ? "-filtered" : "");
    }
}
