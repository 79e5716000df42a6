package org.wbl.interviews.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.wbl.interviews.ApplicationTest;

/**
 * Marks the stories of one model, a story per test, with real workers, forms and mails.
 *
 * <p>Each story has an empty stage, and keeps what {@link Story#keepsItsPromises} says; together they reach every flow
 * node of the model.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
@Import({SampleSchools.class, MailServer.class, Story.class, Cast.class})
@ExtendWith(ReachesEveryFlowNode.class)
public @interface StoryOf {

    /** The key of the model's process; empty for stories of what many models share. */
    String value() default "";
}
