package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the stage for each story of a class and clears it afterwards; names the flow nodes of the class's model that no
 * story reached. It keeps silent when only some of the stories were run, or one of them failed.
 */
class ReachesEveryFlowNode implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final Set<String> reached = new TreeSet<>();
    private final Set<Method> told = new HashSet<>();
    private boolean failed;

    @Override
    public void beforeEach(ExtensionContext context) {
        story(context).begins();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        var story = story(context);
        try {
            if (!model(context).isEmpty()) {
                reached.addAll(story.reached(model(context)));
            }
            told.add(context.getRequiredTestMethod());
            failed |= context.getExecutionException().isPresent();
            if (context.getExecutionException().isEmpty()) {
                story.keepsItsPromises();
            }
        } finally {
            story.ends();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var stories = AnnotationSupport.findAnnotatedMethods(
                context.getRequiredTestClass(), Testable.class, HierarchyTraversalMode.TOP_DOWN);
        if (model(context).isEmpty() || failed || !told.containsAll(stories)) {
            return;
        }
        var missed = new TreeSet<>(story(context).flowNodes(model(context)));
        missed.removeAll(reached);
        assertThat(missed)
                .as("flow nodes of '%s' that no story reaches", model(context))
                .isEmpty();
    }

    private static Story story(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(Story.class);
    }

    private static String model(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(StoryOf.class).value();
    }
}
