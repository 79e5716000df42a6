package org.wbl.interviews.report;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;
import org.wbl.interviews.security.SignedIn;

/** Serves the workbook, written now, about the schools that the person who asks may see. */
@RestController
class ReportController {

    private static final Set<String> READERS =
            Set.of(Groups.COORDINATORS, Groups.ADMINISTRATORS, Groups.LEADERSHIP, Groups.DISTRICT_ADMINISTRATORS);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProgressWorkbook workbook;
    private final Clock clock;

    ReportController(ProgressWorkbook workbook, Clock clock) {
        this.workbook = workbook;
        this.clock = clock;
    }

    @GetMapping("/reports/progress.xlsx")
    void progress(HttpServletResponse response) throws IOException {
        var reader = SignedIn.member().orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED));
        var now = clock.instant();
        var scope = scope(reader, now);

        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("interview-progress-%s.xlsx".formatted(LocalDate.ofInstant(now, clock.getZone())))
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        workbook.write(scope, response.getOutputStream());
    }

    private static Scope scope(StaffMember reader, Instant now) {
        if (!reader.isIn(READERS)) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        if (reader.groups().contains(Groups.DISTRICT_ADMINISTRATORS)) {
            return Scope.everySchool(reader.userId(), now);
        }
        if (reader.schools().isEmpty()) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return Scope.of(reader.schools(), reader.userId(), now);
    }
}
