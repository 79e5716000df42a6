package org.wbl.interviews.report;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.wbl.interviews.security.SignedIn;

/** Serves a workbook as it was sent, to staff who may see every school in it. */
@Controller
class KeptReportController {

    private final Reports reports;

    KeptReportController(Reports reports) {
        this.reports = reports;
    }

    /** To anybody else there is no such report. */
    @GetMapping("/reports/{id:\\d{1,18}}.xlsx")
    void workbook(@PathVariable long id, HttpServletResponse response) throws IOException {
        var reader = SignedIn.member().orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED));
        var report = reports.find(id)
                .filter(found -> found.bytes() > 0 && reports.mayRead(reader, found))
                .orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
        ReportController.attach(response, "interview-report-%d.xlsx".formatted(id), ReportController.XLSX);
        response.setContentLengthLong(report.bytes());
        reports.copy(id, response.getOutputStream());
    }
}
