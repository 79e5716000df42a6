package org.wbl.interviews.process;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.DefinitionDeployment.Shipped;

/** Remembers which shipped files met an administrator's version, and what the administrator chose. */
@Component
public class DefinitionChoices {

    public static final ProcessVariable<String> RESOURCE = ProcessVariable.string("resource");
    public static final ProcessVariable<String> SHA256 = ProcessVariable.string("sha256");

    /** KEEP or REPLACE. */
    public static final ProcessVariable<String> CHOICE = ProcessVariable.string("choice");

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionChoices.class);

    private final RuntimeService runtime;
    private final JdbcClient database;
    private final Clock clock;

    DefinitionChoices(RuntimeService runtime, JdbcClient database, Clock clock) {
        this.runtime = runtime;
        this.database = database;
        this.clock = clock;
    }

    boolean knows(Shipped shipped) {
        return database.sql(
                        "select exists (select from definition_choice where resource = :resource and sha256 = :sha256)")
                .param("resource", shipped.resource())
                .param("sha256", shipped.sha256())
                .query(Boolean.class)
                .single();
    }

    /** Asks the district administrators whether the shipped file shall replace their version. */
    void ask(Shipped shipped) {
        database.sql("insert into definition_choice (resource, sha256, found_at) values (:resource, :sha256, :now)")
                .param("resource", shipped.resource())
                .param("sha256", shipped.sha256())
                .param("now", clock.instant().atOffset(UTC))
                .update();
        runtime.startProcessInstanceByKey(
                "definition-update",
                shipped.resource(),
                Map.ofEntries(RESOURCE.to(shipped.resource()), SHA256.to(shipped.sha256())));
        LOG.warn(
                "This release ships a newer '{}', but an administrator deployed a version of it. It stays in use until"
                        + " the task 'Choose the version' is answered.",
                shipped.resource());
    }

    /** Records the administrator's choice: KEEP or REPLACE. */
    public void record(String resource, String sha256, String choice, String chosenBy) {
        database.sql("""
                        update definition_choice set choice = :choice, chosen_by = :by, chosen_at = :now
                        where resource = :resource and sha256 = :sha256
                        """)
                .param("choice", choice)
                .param("by", chosenBy)
                .param("now", clock.instant().atOffset(UTC))
                .param("resource", resource)
                .param("sha256", sha256)
                .update();
    }
}
