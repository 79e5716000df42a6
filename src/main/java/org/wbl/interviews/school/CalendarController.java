package org.wbl.interviews.school;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;
import org.wbl.interviews.school.Schools.School;
import org.wbl.interviews.security.SignedIn;

/** The page on which administrators see the calendar of their school, and import the one of a school year. */
@Controller
class CalendarController {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarController.class);

    private static final Set<String> KEEPERS = Set.of(Groups.ADMINISTRATORS, Groups.DISTRICT_ADMINISTRATORS);

    /** Ten times what a whole year needs. */
    private static final int LONGEST_FILE = 64 * 1024;

    private final SchoolCalendars calendars;
    private final Schools schools;
    private final Clock clock;

    CalendarController(SchoolCalendars calendars, Schools schools, Clock clock) {
        this.calendars = calendars;
        this.schools = schools;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String show(
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable Integer imported,
            Model page) {
        var own = schools.of(keeper());
        var only = own.size() == 1 ? Optional.of(own.get(0)) : Optional.<School>empty();
        page.addAttribute("imported", imported);
        return page(own, school == null ? only : Optional.of(chosen(own, school)), page);
    }

    @PostMapping(path = "/calendar", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String replace(
            @RequestParam String school,
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            RedirectAttributes result,
            Model page)
            throws IOException {
        var keeper = keeper();
        var own = schools.of(keeper);
        var chosen = chosen(own, school);
        if (file.getSize() > LONGEST_FILE) {
            return refused(
                    PAYLOAD_TOO_LARGE, List.of("A calendar file has at most 64 KB."), own, chosen, response, page);
        }
        try {
            var read = CalendarFile.read(file.getBytes());
            calendars.replace(chosen.code(), read);
            LOG.info(
                    "{} replaced the calendar of school {} from {} to {}",
                    keeper.userId(),
                    chosen.code(),
                    read.year().first(),
                    read.year().last());
            result.addAttribute("school", chosen.code());
            result.addAttribute("imported", read.days().size());
            return "redirect:/calendar";
        } catch (CalendarFile.Refused e) {
            return refused(UNPROCESSABLE_ENTITY, e.problems(), own, chosen, response, page);
        }
    }

    @ExceptionHandler(MultipartException.class)
    void unreadable(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private String refused(
            HttpStatus status,
            List<String> problems,
            List<School> own,
            School chosen,
            HttpServletResponse response,
            Model page) {
        response.setStatus(status.value());
        page.addAttribute("problems", problems);
        return page(own, Optional.of(chosen), page);
    }

    private String page(List<School> own, Optional<School> chosen, Model page) {
        page.addAttribute("schools", own);
        page.addAttribute("usa", Locale.US);
        chosen.ifPresent(school -> {
            var today = LocalDate.now(clock);
            page.addAttribute("school", school);
            page.addAttribute("schoolName", school.name());
            page.addAttribute(
                    "days",
                    calendars.days(school.code(), today).stream()
                            .filter(day -> day.day().isBefore(today.plusYears(1)))
                            .toList());
        });
        return "calendar";
    }

    private static StaffMember keeper() {
        var member = SignedIn.member().orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED));
        if (!member.isIn(KEEPERS)) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return member;
    }

    private static School chosen(List<School> own, String code) {
        return own.stream()
                .filter(school -> school.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(FORBIDDEN));
    }
}
