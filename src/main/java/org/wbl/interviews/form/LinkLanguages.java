package org.wbl.interviews.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.language.Translations;
import org.wbl.interviews.language.Translations.Standing;
import org.wbl.interviews.student.Students;

/**
 * In which language the page behind a link speaks: a family's own, or the one that it chooses there; the one that an
 * employer has chosen at its desk; English to everybody else, and on every other page.
 */
@Component("localeResolver")
class LinkLanguages implements LocaleResolver {

    /** Names the chosen language in an address. */
    static final String CHOICE = "language";

    private static final String GUARDIANS = "guardians";
    private static final String EMPLOYERS = "employers";
    private static final String OF_REQUEST = LinkLanguages.class.getName();

    private final Students students;
    private final Employers employers;
    private final Translations translations;

    LinkLanguages(Students students, Employers employers, Translations translations) {
        this.students = students;
        this.employers = employers;
        this.translations = translations;
    }

    /** Returns the language of a link's pages. */
    Locale of(FormLink link, HttpServletRequest request) {
        if (EMPLOYERS.equals(link.role())) {
            return translations.shown(Languages.of(employers.languageOf(link.personId())));
        }
        if (!GUARDIANS.equals(link.role())) {
            return Languages.ENGLISH;
        }
        var chosen = request.getParameter(CHOICE);
        return translations.shown(Languages.of(chosen == null ? students.languageOf(link.personId()) : chosen));
    }

    /** Returns the languages that one can choose on a link's pages; none where there is no choice. */
    List<Locale> choices(FormLink link) {
        return GUARDIANS.equals(link.role()) ? translations.choices() : List.of();
    }

    /** Whether no person has checked what is written in this language. */
    boolean isUnreviewed(Locale language) {
        return translations.standing(language) == Standing.UNREVIEWED;
    }

    /** Returns what keeps the chosen language in an address; an empty text where none is chosen. */
    static String query(HttpServletRequest request) {
        var chosen = request.getParameter(CHOICE);
        if (chosen == null) {
            return "";
        }
        var language = Languages.of(chosen);
        return "?%s=%s".formatted(CHOICE, Languages.isEnglish(language) ? "en" : language.toLanguageTag());
    }

    /** Has the answer to this request written in a language. */
    static void use(Locale language, HttpServletRequest request) {
        request.setAttribute(OF_REQUEST, language);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(OF_REQUEST) instanceof Locale language ? language : Languages.ENGLISH;
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        throw new UnsupportedOperationException("Each link says in which language its page speaks.");
    }
}
