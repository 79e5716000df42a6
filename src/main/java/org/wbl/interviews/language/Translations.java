package org.wbl.interviews.language;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a person who reads the language has checked what is translated into it. */
@Repository
public class Translations {

    private final JdbcClient database;
    private final Clock clock;
    private final Map<Locale, String> digests = new ConcurrentHashMap<>();
    private final Map<Locale, Boolean> translated = new ConcurrentHashMap<>();

    Translations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Where a translation stands. */
    public enum Standing {
        /** There is none: families read English. */
        MISSING,
        /** Families read it, with a note that nobody has checked it. */
        UNREVIEWED,
        CONFIRMED,
        /** Somebody found it wrong: families read English until a new one comes. */
        REJECTED
    }

    /** Returns where the translation into a language stands; English needs none. */
    public Standing standing(Locale language) {
        return Languages.isEnglish(language) ? Standing.CONFIRMED : standing(language, decisions());
    }

    /** Returns the language in which somebody who wants this one is written to. */
    public Locale shown(Locale wanted) {
        return isRead(standing(wanted)) ? wanted : Languages.ENGLISH;
    }

    /** Returns the languages in which families can read, English first. */
    public List<Locale> choices() {
        var decisions = decisions();
        return Stream.concat(
                        Stream.of(Languages.ENGLISH),
                        Languages.OF_FAMILIES.stream().map(Languages::of))
                .filter(language -> isRead(standing(language, decisions)))
                .toList();
    }

    /** Keeps what somebody thinks of a translation; a changed text has to be looked at again. */
    public void decide(Locale language, boolean confirmed, String reviewer, String by) {
        database.sql("""
                        insert into interviews.translation_review (language, sha256, confirmed, reviewer, decided_by, at)
                        values (:language, :sha256, :confirmed, :reviewer, :by, :now)
                        """)
                .param("language", language.toLanguageTag())
                .param("sha256", digest(language))
                .param("confirmed", confirmed)
                .param("reviewer", reviewer)
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    private static boolean isRead(Standing standing) {
        return standing == Standing.UNREVIEWED || standing == Standing.CONFIRMED;
    }

    private Standing standing(Locale language, Map<String, Boolean> decisions) {
        if (Languages.isEnglish(language)) {
            return Standing.CONFIRMED;
        }
        if (!isTranslated(language)) {
            return Standing.MISSING;
        }
        var confirmed = decisions.get(digest(language));
        return confirmed == null ? Standing.UNREVIEWED : confirmed ? Standing.CONFIRMED : Standing.REJECTED;
    }

    /** Returns what was decided last about each text, by its digest; a handful of rows. */
    private Map<String, Boolean> decisions() {
        return database
                .sql("select distinct on (sha256) sha256, confirmed from interviews.translation_review"
                        + " order by sha256, id desc")
                .query((row, number) -> Map.entry(row.getString("sha256"), row.getBoolean("confirmed")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Looked up in the application once. */
    private boolean isTranslated(Locale language) {
        return translated.computeIfAbsent(language, Languages::isTranslated);
    }

    private String digest(Locale language) {
        return digests.computeIfAbsent(language, Languages::digest);
    }
}
