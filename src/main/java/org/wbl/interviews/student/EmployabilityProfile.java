package org.wbl.interviews.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.wbl.interviews.pdf.Pdf;
import org.wbl.interviews.student.StudentRecord.Interview;

/** The Employability Skills Profile of a student: two printed pages, whatever is known of the student. */
@Component
class EmployabilityProfile {

    private static final int PAGES = 2;
    private static final int MOST_INTERVIEWS = 12;
    private static final int MOST_REMARKS = 3;

    /** What there is room for, in letters. */
    private static final int NAME = 60;

    private static final int LINE = 48;
    private static final int REMARK = 180;

    private final ITemplateEngine templates;
    private final Clock clock;

    EmployabilityProfile(ITemplateEngine templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** Returns the document; of many interviews it shows the newest for which there is room, and says how many more. */
    byte[] print(StudentRecord record) {
        for (var interviews = Math.min(record.held().size(), MOST_INTERVIEWS); ; interviews--) {
            try (var pdf = Pdf.of(page(record, interviews))) {
                if (pdf.pages() <= PAGES || interviews == 0) {
                    return pdf.bytes();
                }
            }
        }
    }

    private String page(StudentRecord record, int interviews) {
        var today = LocalDate.now(clock);
        var remarks = Math.min(interviews, MOST_REMARKS);
        var facts = new HashMap<String, Object>();
        facts.put("record", record);
        facts.put("shown", record.held().subList(0, interviews));
        facts.put("steps", newest(record.nextSteps().stream().filter(Interview::nextStepAgreed), remarks));
        facts.put("strengths", newest(record.strengths().stream(), remarks));
        facts.put("today", today);
        facts.put("zone", clock.getZone());
        facts.put("name", new Cut(NAME));
        facts.put("line", new Cut(LINE));
        facts.put("remark", new Cut(REMARK));
        return templates.process("employability-profile", new Context(Locale.US, facts));
    }

    private static List<Interview> newest(Stream<Interview> interviews, int most) {
        return interviews.limit(most).toList();
    }

    /** Keeps words on paper to a length, on one line, and without what no paper shows. */
    record Cut(int most) {

        private static final Pattern NO_LETTERS = Pattern.compile("[\\s\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]+");

        public String of(@Nullable String words) {
            var line = NO_LETTERS
                    .matcher(words == null ? "" : words)
                    .replaceAll(" ")
                    .strip();
            return line.codePointCount(0, line.length()) <= most
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
        }
    }
}
