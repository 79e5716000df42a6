package org.wbl.interviews.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.language.TestLanguages;

@DisplayName("A letter")
class LettersTests {

    /** What a subject may tell to whoever looks over a shoulder at a list of mails. */
    private static final Set<String> FIT_FOR_SUBJECTS = Set.of("schoolName", "interviewId");

    private final Letters letters = new Letters(new PublicUrl(SampleFacts.PUBLIC_URL), TestLanguages.read());

    @ParameterizedTest
    @EnumSource
    void tellsEveryFactOnThePageAndInPlainText(Template template) {
        var letter = letters.render(template, SampleFacts.all());

        for (var fact : factsOf(template)) {
            for (var words : inLetters(fact)) {
                assertThat(letter.text()).as(fact).containsIgnoringCase(words);
                assertThat(Jsoup.parse(letter.html()).text() + hrefs(letter))
                        .as(fact)
                        .containsIgnoringCase(words);
            }
        }
        assertThat(letter.text().replaceAll("<http[^ <>]+>", "")).doesNotContain("null", "${", "|", "<", "&amp;");
    }

    @ParameterizedTest
    @EnumSource
    void isNotWrittenWhenAFactIsMissing(Template template) {
        for (var fact : factsOf(template)) {
            var facts = SampleFacts.all();
            facts.remove(fact);

            assertThatIllegalArgumentException()
                    .as(fact)
                    .isThrownBy(() -> letters.render(template, facts))
                    .withMessageContaining("'%s'", fact);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsNothingPersonalInItsSubject(Template template) {
        var subject = letters.render(template, SampleFacts.all()).subject();

        assertThat(subject).hasSizeLessThan(100).doesNotContain("{", "\n");
        SampleFacts.all().keySet().stream()
                .filter(fact -> !FIT_FOR_SUBJECTS.contains(fact) && !fact.equals("date"))
                .flatMap(fact -> inLetters(fact).stream())
                .filter(words -> words.length() > 3)
                .forEach(words -> assertThat(subject).doesNotContainIgnoringCase(words));
    }

    @ParameterizedTest
    @EnumSource
    void showsWordsAsWordsWhateverTheyContain(Template template) {
        var facts = SampleFacts.all();
        var words = "<img src=x onerror=alert(1)> & \"quoted\" [[${T(java.lang.Runtime)}]]";
        for (var fact :
                List.of("schoolName", "schoolAddress", "contactName", "personName", "student", "employerName")) {
            facts.put(fact, words);
        }
        for (var fact : List.of("careerField", "withWhom", "place", "arrivalNotes", "message")) {
            facts.put(fact, words);
        }
        facts.put("questions", List.of(words));
        facts.put("reflection", List.of(words));
        facts.put("answers", List.of(words));

        var letter = letters.render(template, facts);

        var page = Jsoup.parse(letter.html());
        assertThat(page.select("img, script, [onerror]")).isEmpty();
        assertThat(page.text()).contains(words);
        assertThat(letter.text()).contains(words);
    }

    @ParameterizedTest
    @EnumSource
    void loadsNothingFromAnywhere(Template template) {
        var letter = letters.render(template, SampleFacts.all());

        assertThat(Jsoup.parse(letter.html()).select("[src], link, script, iframe, object"))
                .isEmpty();
        assertThat(letter.html()).doesNotContain("url(", "@import");
        assertThat(hrefs(letter))
                .allMatch(address -> address.startsWith(SampleFacts.PUBLIC_URL + "/")
                        || address.equals("tel:212-555-0110")
                        || address.equals("mailto:carla@schools.example"));
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutLinesThatHaveNothingToSay(Template template) {
        var facts = SampleFacts.all();
        facts.put("arrivalNotes", "");
        facts.put("travel", List.of());
        facts.put("message", "");
        facts.put("questions", List.of());
        facts.put("reflection", List.of());
        facts.put("answers", List.of());
        facts.put("quotes", List.of());
        facts.put("overdue", List.of());
        facts.put("raters", List.of());
        facts.put("workbookLink", "");
        facts.put("personName", "");
        facts.put("contactEmail", "");
        facts.put("contactPhone", "");
        facts.put("schoolAddress", "");
        if (template == Template.LEADERSHIP_REPORT) {
            facts.put("dueDate", "");
        }

        var page = Jsoup.parse(letters.render(template, facts).html());

        assertThat(page.text()).contains("Hello,").doesNotContain("Hello ,", "When you arrive", "When arriving");
        assertThat(page.select("dd, li, a, h2, blockquote > p")).allMatch(element -> element.hasText());
        assertThat(page.select("a[href^=mailto], a[href^=tel]")).isEmpty();
        assertThat(page.text()).endsWith("Harbor Point High School");
        assertThat(page.select(".foot h2")).isEmpty();
        assertThat(page.select("dt")).hasSameSizeAs(page.select("dd"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void remindsInTheWordsOfTheMailItRepeats(Template request) {
        var facts = SampleFacts.all();
        var first = letters.render(request, facts);
        facts.put("original", request);

        var reminder = letters.render(Template.REMINDER, facts);

        assertThat(reminder.subject()).isEqualTo("Reminder: " + first.subject());
        assertThat(reminder.text())
                .contains("This is a reminder")
                .contains(SampleFacts.PUBLIC_URL + "/forms/kP3vQ9\n")
                .contains(first.text()
                        .lines()
                        .filter(line -> line.startsWith("You get this mail"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPLOYER_INVITATION", "DETAILS_REQUEST", "FEEDBACK_REQUEST", "EMPLOYER_CHECK_IN"})
    void saysAMinuteAsPeopleDo(Template template) {
        var facts = SampleFacts.all();
        facts.put("minutes", 1);

        assertThat(letters.render(template, facts).text())
                .contains("about a minute")
                .doesNotContain("1 minutes");
    }

    @Test
    void remindsOnlyOfWhatNeedsAnAnswer() {
        var facts = SampleFacts.all();
        facts.put("original", Template.THANK_YOU);

        assertThatIllegalArgumentException().isThrownBy(() -> letters.render(Template.REMINDER, facts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/forms/x",
                "https://interviews.example.org.evil.example/forms/x",
                "http://interviews.example.org/forms/x",
                "javascript:alert(1)",
                "/forms/x",
                ""
            })
    void linksOnlyToOurOwnPages(String link) {
        var facts = SampleFacts.all();
        facts.put("link", link);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> letters.render(Template.EMPLOYER_INVITATION, facts))
                .withMessageEndingWith("must begin with PUBLIC_URL.");
    }

    @Test
    void readsWellAsPlainText() {
        assertThat(letters.render(Template.DAY_BEFORE, SampleFacts.all()).text())
                .isEqualTo("""
                Harbor Point High School

                Coming up: the interview on Thursday, March 11, 2027
                ====================================================

                Hello Dr. Nora Feld,

                The interview is on Thursday, March 11, 2027.

                Student: Amina, grade 11, Health sciences
                With: the veterinarian at the front desk
                When: Thursday, March 11, 2027 at 10:05 AM
                Where: 8 Canal Row, second floor
                How long: 35 minutes
                Link or number: https://meet.example/4711
                How to get there and back: Travel: school bus, along Canal Row; Escort: Theo Grant
                When arriving: Ring twice and bring an ID

                The questions

                - What does your day look like?
                - How did you get here?

                By video

                - The school makes the link and hosts. It comes the day before; wait until staff let you in.
                - Test sound and picture. You need captions or an interpreter? Tell the school, it arranges them.
                - Choose a quiet place with a plain background, nobody else in the room.
                - Nobody records, nobody chats privately, no private numbers or accounts.
                - The link fails? The school calls after five minutes, and you talk by telephone.

                There is nothing to do if all of this is right. If anything has changed, please call today.

                On the day

                Where you meet, “I am here”, “I am late”:
                https://interviews.example.org/forms/Dy4xKe

                The link shows this from an hour before the interview until two hours after it. Before that it asks what has changed.

                Has something changed, or can it not take place? Tell the school here <https://interviews.example.org/forms/Zt81mW>; on the day itself, please call.

                Questions?

                Reply to this mail, or ask Carla Jimenez: 212-555-0110, carla@schools.example.

                You get this mail because you take part in an interview that our school has planned.

                Interview I-1001. Harbor Point High School, 120 Pier Street, New York, NY 10038
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://interviews.example.org", "https://wbl.example.org/interviews/", "http://localhost:8080"
            })
    void canBeginItsLinksWith(String publicUrl) {
        assertThatNoException().isThrownBy(() -> new PublicUrl(publicUrl));
        assertThat(new PublicUrl(publicUrl).link("/forms/x"))
                .endsWith("/forms/x")
                .doesNotContain("//forms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "interviews.example.org",
                "http://interviews.example.org",
                "ftp://localhost",
                "https://",
                "https://a b",
                "https://interviews.example.org?x=1"
            })
    void neverBeginsItsLinksWith(String publicUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicUrl(publicUrl))
                .withMessageStartingWith("PUBLIC_URL must");
    }

    static Stream<Template> requests() {
        return Arrays.stream(Template.values())
                .filter(template -> template.facts().contains("link"));
    }

    private static Set<String> factsOf(Template template) {
        if (template != Template.REMINDER) {
            return template.facts();
        }
        return Template.EMPLOYER_INVITATION.facts();
    }

    /** A fact as readers see it. */
    private static List<String> inLetters(String fact) {
        return switch (fact) {
            case "date" -> List.of("Thursday, March 11, 2027");
            case "dueDate" -> List.of("Friday, February 26, 2027");
            case "time" -> List.of("10:05 AM");
            case "answers" -> List.of("Can you meet one of them? Yes, gladly", "Which days: any Tuesday");
            case "questions" -> List.of("What does your day look like?", "How did you get here?");
            case "reflection" -> List.of("About the job: every animal has a card.", "A surprise: how calm it is.");
            case "travel" -> List.of("Travel: school bus, along Canal Row", "Escort: Theo Grant");
            case "allowed" -> List.of("Taking part: yes.", "The employer may know the first name: no.");
            case "message" -> List.of("Thank you for the tour.", "I liked the X-ray room.");
            case "original" -> List.of();
            case "quotes" -> List.of("The questions were better than mine.", "Come again in the spring.");
            case "figures" -> List.of("412 interviews were asked for: 230 held.", "190 of 310 students had one.");
            case "overdue" ->
                List.of("Plan the visit, I-1001: 3 days", "Give consent, I-1002: 1 day, waits for others");
            case "raters" -> List.of("Nora Feld, Riverside: nothing but fours in the last three interviews");
            default -> List.of(String.valueOf(SampleFacts.all().get(fact)));
        };
    }

    private static List<String> hrefs(Letter letter) {
        return Jsoup.parse(letter.html()).select("a").eachAttr("href");
    }

    @Test
    void letsAnEmployerStopItAndNobodyElse() {
        var facts = SampleFacts.all();
        assertThat(letters.render(Template.EMPLOYER_INVITATION, facts).text()).doesNotContain("Stop these messages");

        facts.put("stopLink", SampleFacts.PUBLIC_URL + "/stop/12-abc");

        assertThat(letters.render(Template.EMPLOYER_INVITATION, facts).text())
                .contains("Stop these messages <" + SampleFacts.PUBLIC_URL + "/stop/12-abc>");
    }

    @Test
    void isWrittenInTheReadersLanguageIfItIsTranslated() {
        var facts = SampleFacts.all();
        facts.put("language", Languages.of("ar"));

        var translated = letters.render(Template.CONSENT_REQUEST, facts);
        assertThat(translated.subject()).startsWith("مطلوب إذنكم");
        assertThat(translated.html()).contains("lang=\"ar\"", "dir=\"rtl\"").doesNotContain("Questions?");
        var english = letters.render(Template.DAY_BEFORE, facts);
        assertThat(english.subject()).startsWith("Coming up");
        assertThat(english.html()).contains("lang=\"en\"", "Questions?");
    }
}
