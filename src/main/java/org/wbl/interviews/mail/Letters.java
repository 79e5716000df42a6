package org.wbl.interviews.mail;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.wbl.interviews.language.Languages;

/** Writes letters: a template and the facts of the case become a subject, a page and a plain text. */
@Component
public class Letters {

    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)}");

    private final TemplateEngine engine;
    private final PublicUrl publicUrl;
    private final Languages languages;

    Letters(PublicUrl publicUrl, Languages languages) {
        this.publicUrl = publicUrl;
        this.languages = languages;
        engine = engine(languages.messages());
    }

    /**
     * Writes the letter.
     *
     * @param model the facts, as {@link Template} lists them
     * @throws IllegalArgumentException if a fact is missing, or the link leads to somewhere else
     */
    public Letter render(Template template, Map<String, Object> model) {
        requireAll(template, template.facts(), model);
        var original = template == Template.REMINDER ? original(model) : template;
        var language = language(original, model);
        var facts = new HashMap<String, Object>();
        model.forEach((key, value) -> facts.put(key, inWords(value, language)));
        facts.put("lang", Languages.isEnglish(language) ? "en" : language.toLanguageTag());
        facts.put("dir", Languages.direction(language));
        facts.put("unreviewed", !Languages.isEnglish(language) && "true".equals(facts.get("unreviewed")));
        var subject = subject(original, language);
        if (template == Template.REMINDER) {
            requireAll(template, original.facts(), model);
            facts.put("original", original.file());
            subject = subject(template, language) + subject;
        }
        requireOwnLink(template, facts);
        facts.put("subject", fill(subject, facts));
        facts.put("heading", fill(subject.replace(" ({interviewId})", ""), facts)); // the foot names the interview
        var html = engine.process(template.file(), new Context(language, facts));
        return new Letter(String.valueOf(facts.get("subject")), html, PlainText.of(html));
    }

    /** The reader's language, if this mail is translated at all. */
    private Locale language(Template template, Map<String, Object> model) {
        return model.get("language") instanceof Locale wanted
                        && languages.find(subjectKey(template), Languages.ENGLISH) != null
                ? wanted
                : Languages.ENGLISH;
    }

    private String subject(Template template, Locale language) {
        return Languages.isEnglish(language)
                ? template.englishSubject()
                : languages.text(subjectKey(template), language);
    }

    private static String subjectKey(Template template) {
        return template.name() + ".subject";
    }

    private static void requireAll(Template template, Set<String> needed, Map<String, Object> model) {
        for (var key : needed) {
            if (model.get(key) == null) {
                throw new IllegalArgumentException("The mail %s needs '%s', and nobody gave it. It needs %s."
                        .formatted(template, key, String.join(", ", needed)));
            }
        }
    }

    private static Template original(Map<String, Object> model) {
        if (model.get("original") instanceof Template original
                && original.facts().contains("link")) {
            return original;
        }
        throw new IllegalArgumentException("The mail REMINDER repeats a mail that asks for something; '%s' does not."
                .formatted(model.get("original")));
    }

    private void requireOwnLink(Template template, Map<String, Object> facts) {
        if (facts.get("link") instanceof String link && !publicUrl.leadsTo(link)) {
            throw new IllegalArgumentException(
                    "The link in the mail %s must begin with PUBLIC_URL.".formatted(template));
        }
    }

    private static String fill(String subject, Map<String, Object> facts) {
        return FACT.matcher(subject)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(facts.get(found.group(1)))));
    }

    /** Dates and times become words; everything else becomes text, and a list a list of texts. */
    private static Object inWords(Object value, Locale language) {
        if (value instanceof LocalDate date) {
            return Languages.date(language).format(date);
        }
        if (value instanceof LocalTime time) {
            return Languages.time(language).format(time);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return String.valueOf(value);
    }

    private static TemplateEngine engine(MessageSource messages) {
        var files = new ClassLoaderTemplateResolver(Letters.class.getClassLoader());
        files.setPrefix("mail/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
