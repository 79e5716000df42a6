package org.wbl.interviews.language;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a person who reads the language has checked what is translated into it. */
@Repository
public class Translations {

    private final JdbcClient database;
    private final Clock clock;
    private final Map<Locale, String> digests = new ConcurrentHashMap<>();

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
        if (Languages.isEnglish(language)) {
            return Standing.CONFIRMED;
        }
        if (!Languages.isTranslated(language)) {
            return Standing.MISSING;
        }
        return decision(language).orElse(Standing.UNREVIEWED);
    }

    /** Returns the language in which somebody who wants this one is written to. */
    public Locale shown(Locale wanted) {
        var standing = standing(wanted);
        return standing == Standing.MISSING || standing == Standing.REJECTED ? Languages.ENGLISH : wanted;
    }

    /** Returns the languages in which families can read, English first. */
    public List<Locale> choices() {
        var found = new ArrayList<Locale>();
        found.add(Languages.ENGLISH);
        Languages.OF_FAMILIES.stream()
                .map(Languages::of)
                .filter(language -> shown(language).equals(language))
                .forEach(found::add);
        return found;
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

    private Optional<Standing> decision(Locale language) {
        return database.sql("""
                        select confirmed from interviews.translation_review
                        where language = :language and sha256 = :sha256 order by id desc limit 1
                        """)
                .param("language", language.toLanguageTag())
                .param("sha256", digest(language))
                .query(Boolean.class)
                .optional()
                .map(confirmed -> confirmed ? Standing.CONFIRMED : Standing.REJECTED);
    }

    private String digest(Locale language) {
        return digests.computeIfAbsent(language, Languages::digest);
    }
}
