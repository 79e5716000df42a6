package org.wbl.interviews.student;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;
import org.wbl.interviews.security.SignedIn;

/** The pages on which a school's staff find a student, read the student's record, and print the skills profile. */
@Controller
class StudentController {

    /** Who works with students; leadership reads reports, in which nobody is named. */
    private static final Set<String> READERS = Set.of(Groups.COORDINATORS, Groups.TEACHERS, Groups.ADMINISTRATORS);

    private static final int LINES = 50;
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_SEARCH = 100;
    private static final String ID = "{id:[1-9]\\d{0,17}}";

    private final Students students;
    private final StudentRecords records;
    private final EmployabilityProfile profile;
    private final Clock clock;

    StudentController(Students students, StudentRecords records, EmployabilityProfile profile, Clock clock) {
        this.students = students;
        this.records = records;
        this.profile = profile;
        this.clock = clock;
    }

    @GetMapping("/students")
    String list(@RequestParam(defaultValue = "0") long after, Model page) {
        page.addAttribute("after", after);
        return list(List.of(), after, page);
    }

    /** A search is posted: whom one looks for stands in no address, and so in no log and no history. */
    @PostMapping("/students")
    String search(@RequestParam(defaultValue = "") String search, Model page) {
        var text = search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
        page.addAttribute("search", text.strip());
        return list(words(text), 0, page);
    }

    @GetMapping("/students/" + ID)
    String show(@PathVariable long id, Model page) {
        var found = record(id);
        page.addAttribute("schoolName", found.schoolName());
        page.addAttribute("record", found);
        page.addAttribute("most", StudentRecords.MOST_INTERVIEWS);
        page.addAttribute("zone", clock.getZone());
        page.addAttribute("usa", Locale.US);
        return "student";
    }

    @GetMapping("/students/" + ID + "/employability-profile.pdf")
    ResponseEntity<byte[]> profile(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("employability-skills-profile.pdf")
                                .build()
                                .toString())
                .body(profile.print(record(id)));
    }

    private String list(List<String> words, long after, Model page) {
        var schools = reader().schools();
        var lines = students.lines(schools, words, after, LINES + 1);
        page.addAttribute("lines", lines.subList(0, Math.min(lines.size(), LINES)));
        page.addAttribute("more", lines.size() > LINES);
        page.addAttribute("severalSchools", schools.size() > 1);
        return "students";
    }

    /** Unknown and of another school are the same to who asks. */
    private StudentRecord record(long id) {
        return records.find(id, reader().schools()).orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
    }

    private static StaffMember reader() {
        var member = SignedIn.member().orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED));
        if (!member.isIn(READERS)) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return member;
    }

    private static List<String> words(String search) {
        return Arrays.stream(search.split("[\\p{Cntrl}\\s,]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
