package org.wbl.interviews.mail;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts for every letter; each can be told from the others in what a letter shows. */
final class SampleFacts {

    static final String PUBLIC_URL = "https://interviews.example.org";

    private static final Map<String, Object> ALL = Map.ofEntries(
            Map.entry("schoolName", "Harbor Point High School"),
            Map.entry("schoolAddress", "120 Pier Street, New York, NY 10038"),
            Map.entry("contactName", "Carla Jimenez"),
            Map.entry("contactPhone", "212-555-0110"),
            Map.entry("contactEmail", "carla@schools.example"),
            Map.entry("personName", "Dr. Nora Feld"),
            Map.entry("student", "Amina, grade 11, Health sciences"),
            Map.entry("employerName", "Riverside Animal Clinic"),
            Map.entry("careerField", "Animal medicine"),
            Map.entry("withWhom", "the veterinarian at the front desk"),
            Map.entry("way", "at the place of work"),
            Map.entry("objectives", "Learn what a vet does all day"),
            Map.entry("meetingLink", "https://meet.example/4711"),
            Map.entry("place", "8 Canal Row, second floor"),
            Map.entry("arrivalNotes", "Ring twice and bring an ID"),
            Map.entry("travel", List.of("Travel: school bus, along Canal Row", "Escort: Theo Grant")),
            Map.entry("date", LocalDate.of(2027, 3, 11)),
            Map.entry("time", LocalTime.of(10, 5)),
            Map.entry("dueDate", LocalDate.of(2027, 2, 26)),
            Map.entry("plannedMinutes", 35),
            Map.entry("minutes", 7),
            Map.entry("link", PUBLIC_URL + "/forms/kP3vQ9"),
            Map.entry("mode", "VIDEO"),
            Map.entry("changeLink", PUBLIC_URL + "/forms/Zt81mW"),
            Map.entry("dayLink", PUBLIC_URL + "/forms/Dy4xKe"),
            Map.entry("allowed", List.of("Taking part: yes.", "The employer may know the first name: no.")),
            Map.entry("questions", List.of("What does your day look like?", "How did you get here?")),
            Map.entry("reflection", List.of("About the job: every animal has a card.", "A surprise: how calm it is.")),
            Map.entry("message", "Thank you for the tour.\nI liked the X-ray room."),
            Map.entry("receiptLink", PUBLIC_URL + "/forms/Rc9pTq"),
            Map.entry("answers", List.of("Can you meet one of them? Yes, gladly", "Which days: any Tuesday")),
            Map.entry("code", "482913"),
            Map.entry("minutesValid", 45L),
            Map.entry("about", "Harbor Point High School, school year 2026–27"),
            Map.entry("figures", List.of("412 interviews were asked for: 230 held.", "190 of 310 students had one.")),
            Map.entry("progressLink", PUBLIC_URL + "/progress"),
            Map.entry("workbookLink", PUBLIC_URL + "/reports/17.xlsx"),
            Map.entry("students", 87),
            Map.entry("employers", 34),
            Map.entry("met", 19),
            Map.entry("quotes", List.of("The questions were better than mine.", "Come again in the spring.")),
            Map.entry("overdueCount", 61),
            Map.entry("waitingCount", 23),
            Map.entry(
                    "overdue",
                    List.of("Plan the visit, I-1001: 3 days", "Give consent, I-1002: 1 day, waits for others")),
            Map.entry("raters", List.of("Nora Feld, Riverside: nothing but fours in the last three interviews")),
            Map.entry("interviewId", "I-1001"),
            Map.entry("original", Template.EMPLOYER_INVITATION));

    private SampleFacts() {}

    /** Returns a copy that a test may change. */
    static Map<String, Object> all() {
        return new HashMap<>(ALL);
    }
}
