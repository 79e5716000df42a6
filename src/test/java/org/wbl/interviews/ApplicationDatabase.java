package org.wbl.interviews;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every application context of the tests an empty database of its own, before the application would start one.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ApplicationDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "applicationDatabase",
                        Map.of(
                                "spring.datasource.url",
                                TestDatabase.emptyUrl(),
                                "spring.datasource.username",
                                "postgres")));
    }
}
