package org.wbl.interviews.process;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts into the database what the application needs there: groups and grants, the first administrator, the shipped
 * models, the shared task filters.
 *
 * <p>One node at a time: nodes that start together wait for each other on a lock of the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Startup implements ApplicationRunner {

    private static final int LOCK = 7_240_001;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Grants grants;
    private final TaskFilters filters;
    private final FirstAdministrator firstAdministrator;
    private final DefinitionDeployment definitions;

    Startup(
            JdbcClient database,
            TransactionTemplate transaction,
            Grants grants,
            TaskFilters filters,
            FirstAdministrator firstAdministrator,
            DefinitionDeployment definitions) {
        this.database = database;
        this.transaction = transaction;
        this.grants = grants;
        this.filters = filters;
        this.firstAdministrator = firstAdministrator;
        this.definitions = definitions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query()
                    .singleRow();
            grants.write();
            filters.write();
            firstAdministrator.create();
            definitions.deploy();
        });
    }
}
