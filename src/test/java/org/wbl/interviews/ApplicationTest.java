package org.wbl.interviews;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** A test against the whole application on a free port; jobs run when the test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "interviews.first-administrator.user=district",
            "interviews.first-administrator.password=" + ApplicationTest.ADMINISTRATOR_PASSWORD,
            "interviews.public-url=http://localhost",
            // The database of the tests may be gone before the application: nobody waits for it.
            "spring.datasource.hikari.connection-timeout=1000",
            "server.shutdown=immediate",
        })
@ContextConfiguration(initializers = ApplicationDatabase.class)
@TestExecutionListeners(listeners = ApplicationEngine.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface ApplicationTest {

    String ADMINISTRATOR_PASSWORD = "first-day-of-school";
}
