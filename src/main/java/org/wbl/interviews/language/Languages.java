package org.wbl.interviews.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What pages, mails and forms say to a family, in its language.
 *
 * <p>The languages are those of Chancellor's Regulation A-663 of the New York City schools. Texts stand in
 * {@code src/main/resources/messages}; what is missing there is English.
 */
@Component
public class Languages {

    public static final Locale ENGLISH = Locale.US;

    /** Besides English; Chinese is written in two ways. */
    public static final List<String> OF_FAMILIES =
            List.of("sq", "ar", "bn", "zh-Hans", "zh-Hant", "fr", "ht", "ko", "ru", "es", "uk", "ur", "uz");

    private static final List<String> TEXTS = List.of("page", "mail", "form");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "ur");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", ENGLISH);

    private final MessageSource messages;
    private final Map<Locale, Map<String, String>> pageWords = new ConcurrentHashMap<>();

    public Languages(MessageSource messages) {
        this.messages = messages;
    }

    /** Returns the language with this tag; English for a tag that is none of the families' languages. */
    public static Locale of(String tag) {
        return OF_FAMILIES.contains(tag) ? Locale.forLanguageTag(tag) : ENGLISH;
    }

    public static boolean isEnglish(Locale language) {
        return ENGLISH.equals(language);
    }

    /** Returns {@code rtl} or {@code ltr}, as HTML has it. */
    public static String direction(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }

    /** Returns a language's name in itself, such as "español". */
    public static String ownName(Locale language) {
        return isEnglish(language) ? "English" : language.getDisplayName(language);
    }

    /** Returns a language's name for staff, such as "Spanish". */
    public static String name(Locale language) {
        return language.getDisplayName(ENGLISH);
    }

    /** Whether texts in this language come with the application. */
    public static boolean isTranslated(Locale language) {
        return TEXTS.stream().allMatch(text -> file(text, language).exists());
    }

    /** Returns the text with this key. */
    public String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** Returns the text with this key; null where there is none, not even in English. */
    public @Nullable String find(String key, Locale language) {
        return messages.getMessage(key, null, null, language);
    }

    /** Returns the source of all texts, for templates. */
    public MessageSource messages() {
        return messages;
    }

    /** Returns what the script of the page says, by key. */
    public Map<String, String> scriptWords(Locale language) {
        return pageWords.computeIfAbsent(language, known -> {
            var words = new TreeMap<String, String>();
            ResourceBundle.getBundle("messages.page", Locale.ROOT).keySet().stream()
                    .filter(key -> key.startsWith("js."))
                    .forEach(key -> words.put(key.substring(3), text(key, known)));
            return words;
        });
    }

    /** Returns how a date is written out. */
    public static DateTimeFormatter date(Locale language) {
        return isEnglish(language)
                ? DATE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language);
    }

    /** Returns how a time of day is written. */
    public static DateTimeFormatter time(Locale language) {
        return isEnglish(language)
                ? TIME
                : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language);
    }

    /** A text in English and in another language. */
    public record Pair(String english, String translated) {}

    /** Returns all texts that families read in a language, beside the English ones. */
    public List<Pair> pairs(Locale language) {
        return TEXTS.stream()
                .map(text -> ResourceBundle.getBundle("messages." + text, Locale.ROOT))
                .flatMap(bundle -> bundle.keySet().stream()
                        .sorted()
                        .filter(key -> !bundle.getString(key).isBlank())
                        .map(key -> new Pair(bundle.getString(key), String.valueOf(find(key, language)))))
                .toList();
    }

    /** Returns what changes whenever a text in this language does. */
    static String digest(Locale language) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : TEXTS) {
                digest.update(file(text, language).getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static ClassPathResource file(String text, Locale language) {
        return new ClassPathResource("messages/%s_%s.properties"
                .formatted(text, language.toLanguageTag().replace('-', '_')));
    }
}
