package org.wbl.interviews;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs informational interviews: the engine with its web applications, the emailed forms and the reports. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class InterviewsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InterviewsApplication.class, arguments);
    }
}
