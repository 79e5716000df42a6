package org.wbl.interviews.process;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the engine beyond what {@code application.yaml} can say. */
@Configuration
class EngineConfiguration {

    /** The district's clock. The engine's own timers know no zone but the JVM's, so both become the district's. */
    @Bean
    Clock clock(@Value("${interviews.time-zone}") ZoneId zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        return new EngineClock(zone);
    }

    /** Our tables come after the engine's: a migration adds an index to one of them. */
    @Bean
    FlywayMigrationStrategy migrateAfterTheEngine(ProcessEngine engine) {
        return Flyway::migrate;
    }

    @Bean
    ProcessEnginePlugin houseRules(
            ApplicationContext context,
            Clock clock,
            ObjectProvider<FormGuard> guard,
            ObjectProvider<EmailedForms> emailedForms,
            ObjectProvider<TaskSubjects> taskSubjects) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var expressions = new ModelExpressions(new ModelBeans(context));
                configuration.setExpressionManager(expressions);
                if (configuration.getCustomPreCommandInterceptorsTxRequired() == null) {
                    configuration.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>());
                }
                configuration.getCustomPreCommandInterceptorsTxRequired().add(new QueryExpressions());
                if (configuration.getCustomPreDeployers() == null) {
                    configuration.setCustomPreDeployers(new ArrayList<>());
                }
                configuration.getCustomPreDeployers().add(new FormDeployment());
                configuration.setFormService(new GuardedForms.Forms(guard));
                configuration.setTaskService(new GuardedForms.Tasks(guard));
                if (configuration.getCustomPostBPMNParseListeners() == null) {
                    configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
                }
                configuration.getCustomPostBPMNParseListeners().add(new EmailedFormParsing(expressions, emailedForms));
                configuration.getCustomPostBPMNParseListeners().add(new TaskSubjectParsing(taskSubjects));
                configuration.setTenantIdProvider(new SchoolOfCase());
                configuration.setResourceAuthorizationProvider(new NoGrantsPerTask());
            }
        };
    }
}
