package org.wbl.interviews;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the demo as it runs for a new user: with its own clock, mailbox and jobs. The application ends with
 * the test, since its jobs would go on beside the next one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.wait-time-in-millis=200",
            "camunda.bpm.job-execution.max-wait=500",
            "server.shutdown=immediate",
        })
@ContextConfiguration(initializers = ApplicationDatabase.class)
@ActiveProfiles("demo")
@DirtiesContext
@ExtendWith(RunningDemo.RealTime.class)
public @interface RunningDemo {

    /** Gives the other tests back the real time. */
    final class RealTime implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) {
            ClockUtil.reset();
        }
    }
}
