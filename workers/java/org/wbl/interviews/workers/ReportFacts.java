package org.wbl.interviews.workers;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.FormFacts;
import org.wbl.interviews.process.ReportProcess;
import org.wbl.interviews.report.Report;
import org.wbl.interviews.report.ReportChoices;
import org.wbl.interviews.report.Reports;
import org.wbl.interviews.report.Targets;
import org.wbl.interviews.school.SchoolYear;
import org.wbl.interviews.school.Schools;

/** What the forms about reports show, and what one chooses from to ask for one. */
@Component
class ReportFacts implements FormFacts {

    private static final Set<String> LISTS =
            Set.of("reportPeriods", "reportPrograms", "reportCareerFields", "reportModes", "reportSubgroups");

    private final Reports reports;
    private final ReportChoices choices;
    private final Schools schools;
    private final Clock clock;

    ReportFacts(Reports reports, ReportChoices choices, Schools schools, Clock clock) {
        this.reports = reports;
        this.choices = choices;
        this.schools = schools;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language) {
        if (!(variables.get(ReportProcess.REPORT_ID.name()) instanceof Long id)) {
            return Map.of();
        }
        var report = reports.get(id);
        return Map.of(
                "reportAbout", about(report, schools),
                "reportSummary",
                        report.summary().stream().map(line -> "- " + line).collect(joining("\n")),
                "reportDownload", "[Download the workbook](/reports/%d.xlsx).".formatted(id),
                "reportTargets", Targets.maySet(report) ? "yes" : "no",
                "targetYear", SchoolYear.of(LocalDate.now(clock)).words());
    }

    /** Says which schools, which period and which of the interviews a report is about. */
    static String about(Report report, Schools schools) {
        var codes = report.schools();
        var about = codes.isEmpty()
                ? "All schools"
                : codes.size() > 1
                        ? codes.size() + " schools"
                        : schools.find(codes.iterator().next()).orElseThrow().name();
        return Stream.concat(
                        Stream.of(about, report.period().words().toLowerCase(Locale.US)), report.filters().stream())
                .collect(joining(", "));
    }

    @Override
    public Map<String, Object> forStart(Set<String> ofSchools, Set<String> lists) {
        if (Collections.disjoint(lists, LISTS)) {
            return Map.of();
        }
        var known = choices.of(ofSchools);
        var facts = new HashMap<String, Object>();
        facts.put(
                "reportPeriods",
                known.periods().stream()
                        .map(period -> option(period.words(), period.code()))
                        .toList());
        facts.put("reportPrograms", options(known.programs()));
        facts.put("reportCareerFields", options(known.careerFields()));
        facts.put("reportModes", coded(known.modes()));
        facts.put("reportSubgroups", coded(known.subgroups()));
        return facts;
    }

    private static List<Map<String, String>> options(List<String> words) {
        return words.stream().map(word -> option(word, word)).toList();
    }

    private static List<Map<String, String>> coded(List<ReportChoices.Choice> choices) {
        return choices.stream()
                .map(choice -> option(choice.words(), choice.code()))
                .toList();
    }

    private static Map<String, String> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
