package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What students do next: facts, the student's choice and what was agreed each a row of its own. */
@Repository
public class NextSteps {

    private final JdbcClient database;
    private final Clock clock;

    NextSteps(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Records a next step; a later one corrects it. */
    public void record(String interview, Choice choice) {
        database.sql("""
                        insert into interviews.next_step (interview_id, step, words, by_when, agreed_by, at, corrects)
                        values (:interview, :step, :words, :byWhen, :agreedBy, :now,
                            (select max(id) from interviews.next_step where interview_id = :interview))
                        """)
                .param("interview", interview)
                .param("step", choice.step().name())
                .param("words", choice.words())
                .param("byWhen", choice.byWhen())
                .param("agreedBy", choice.agreedBy())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Returns the next step as it stands. */
    public Optional<Choice> of(String interview) {
        return database.sql("""
                        select step, words, by_when, agreed_by from interviews.next_step
                        where interview_id = :interview order by id desc limit 1
                        """)
                .param("interview", interview)
                .query(Choice.class)
                .optional();
    }

    /**
     * What a student does next.
     *
     * @param words in the student's own words
     * @param agreedBy the member of staff who agreed it with the student; null while the student alone has chosen
     */
    public record Choice(
            NextStep step,
            String words,
            LocalDate byWhen,
            @Nullable String agreedBy) {}
}
