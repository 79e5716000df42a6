package org.wbl.interviews.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wbl.interviews.mail.Template;

@DisplayName("What people outside read in their language")
class LanguageTests {

    private static final Path TEXTS = Path.of("src/main/resources/messages");

    /** What a translation must keep: arguments, names of facts, conditions, marks of headings. */
    private static final Pattern KEPT = Pattern.compile("\\{\\d}|%\\d|\\{\\{[^}]+}}|\\{[a-z][A-Za-z]+}|(?m)^# |\\*\\*");

    private final Languages languages = TestLanguages.read();
    private final TranslatedForms forms = new TranslatedForms(languages, new ObjectMapper());

    static Stream<Path> translations() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("[a-z]+_.*\\.properties"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<Path> translatedForms() {
        return Stream.of(
                Path.of("forms/guardian/give-consent.form"),
                Path.of("forms/everybody/ask-for-change.form"),
                Path.of("forms/everybody/ask-to-correct.form"),
                Path.of("forms/everybody/name-right-person.form"),
                Path.of("forms/everybody/tell-safety-concern.form"),
                Path.of("forms/employer/answer-invitation.form"),
                Path.of("forms/employer/confirm-details.form"),
                Path.of("forms/employer/rate-employability.form"),
                Path.of("forms/employer/answer-check-in.form"));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void saysAllThatTheEnglishTextSaysAndKeepsItsArguments(Path file) throws IOException {
        var english = read(TEXTS.resolve(file.getFileName().toString().replaceFirst("_.*", ".properties")));
        var translated = read(file);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(kept(translated.getProperty(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(kept(english.getProperty(key)));
            assertThat(translated.getProperty(key)).as(key).doesNotContain("'").isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "fr", "ar", "zh-Hans", "zh-Hant"})
    void comesWithTheApplication(String tag) throws IOException {
        var language = Languages.of(tag);

        assertThat(Languages.isTranslated(language)).isTrue();
        assertThat(languages.text("form.send", language)).isNotEqualTo("Send");
        for (var form : translatedForms().toList()) {
            assertThat(forms.in(language, Files.readString(form)).language())
                    .as("%s: the English text in messages/form is not the form's", form)
                    .isEqualTo(language);
        }
    }

    @Test
    void isEnglishWhereNothingIsTranslated() {
        assertThat(Languages.OF_FAMILIES).hasSize(13);
        assertThat(Languages.isTranslated(Languages.of("ko"))).isFalse();
        assertThat(languages.text("form.send", Languages.of("ko"))).isEqualTo("Send");
        assertThat(Languages.of("xx")).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.of("../../etc")).isEqualTo(Languages.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("translatedForms")
    void isEnglishOnceAnAdministratorChangesTheForm(Path form) throws IOException {
        var json = new ObjectMapper();
        var changed = (ObjectNode) json.readTree(Files.readString(form));
        ((ObjectNode) changed.at("/components/1")).put("label", "Changed by an administrator");

        var written = forms.in(Languages.of("es"), changed.toString());

        assertThat(written.language()).isEqualTo(Languages.ENGLISH);
        assertThat(written.schema()).isEqualTo(changed.toString());
    }

    @Test
    void changesOnlyWordsOfAForm() throws IOException {
        var json = new ObjectMapper();
        var english = (ObjectNode) json.readTree(Files.readString(Path.of("forms/guardian/give-consent.form")));
        var arabic = (ObjectNode)
                json.readTree(forms.in(Languages.of("ar"), english.toString()).schema());

        assertThat(arabic.findValuesAsText("key")).isEqualTo(english.findValuesAsText("key"));
        assertThat(arabic.findValuesAsText("value")).isEqualTo(english.findValuesAsText("value"));
        assertThat(arabic.findValuesAsText("hide")).isEqualTo(english.findValuesAsText("hide"));
        assertThat(arabic.findValuesAsText("label")).doesNotContainAnyElementsOf(english.findValuesAsText("label"));
        assertThat(forms.in(Languages.of("ar"), english.toString()).heading()).isEqualTo("موافقتكم");
    }

    @Test
    void writesDatesTheReadersWay() {
        var day = LocalDate.of(2027, 3, 18);
        var time = LocalTime.of(14, 5);

        assertThat(Languages.date(Languages.ENGLISH).format(day)).isEqualTo("Thursday, March 18, 2027");
        assertThat(Languages.date(Languages.of("es")).format(day)).isEqualTo("jueves, 18 de marzo de 2027");
        assertThat(Languages.date(Languages.of("zh-Hans")).format(day)).contains("2027年3月18日");
        assertThat(Languages.date(Languages.of("ar")).format(day)).contains("2027", "مارس");
        assertThat(Languages.time(Languages.of("fr")).format(time)).isEqualTo("14:05");
        assertThat(Languages.direction(Languages.of("ar"))).isEqualTo("rtl");
        assertThat(Languages.direction(Languages.of("ur"))).isEqualTo("rtl");
        assertThat(Languages.direction(Locale.US)).isEqualTo("ltr");
    }

    /** The subject in English stands in {@link Template}; what is translated is the same sentence. */
    @Test
    void beginsFromTheSubjectsOfTheMails() throws IOException {
        var english = read(TEXTS.resolve("mail.properties"));
        for (var template :
                List.of(Template.CONSENT_REQUEST, Template.CONSENT_RECEIPT, Template.FORM_CODE, Template.REMINDER)) {
            assertThat(english.getProperty(template.name() + ".subject")).isEqualTo(template.englishSubject());
        }
    }

    private static List<String> kept(String text) {
        return KEPT.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
