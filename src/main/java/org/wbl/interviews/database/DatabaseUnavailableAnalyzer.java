package org.wbl.interviews.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one paragraph, instead of a stack trace, why the application cannot start without its database. */
class DatabaseUnavailableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnavailable cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "To use a PostgreSQL server instead, set DB_URL (jdbc:postgresql://host:5432/name), DB_USER and"
                        + " DB_PASSWORD, and start again.",
                cause);
    }
}
