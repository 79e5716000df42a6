package org.wbl.interviews;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Has the engine's HTTP interfaces answer with the engine of the test's own application.
 *
 * <p>They look the engine up by its name in a table of the JVM, where the application started last is found: with
 * several applications kept for the tests, an earlier one would answer from a later one's database.
 */
class ApplicationEngine implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
    }
}
