package org.wbl.interviews.process;

import java.time.Clock;
import java.time.ZoneId;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the engine beyond what {@code application.yaml} can say. */
@Configuration
class EngineConfiguration {

    @Bean
    Clock clock(@Value("${interviews.time-zone}") ZoneId zone) {
        return new EngineClock(zone);
    }

    /** Our tables come after the engine's: a migration adds an index to one of them. */
    @Bean
    FlywayMigrationStrategy migrateAfterTheEngine(ProcessEngine engine) {
        return Flyway::migrate;
    }

    @Bean
    ProcessEnginePlugin houseRules(ApplicationContext context) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setExpressionManager(new ModelExpressions(new ModelBeans(context)));
                configuration.setTenantIdProvider(new SchoolOfCase());
                configuration.setResourceAuthorizationProvider(new NoGrantsPerTask());
            }
        };
    }
}
