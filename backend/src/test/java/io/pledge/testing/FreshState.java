package io.pledge.testing;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

import io.pledge.organisation.OrganisationUpdate;
import io.pledge.testing.PledgeTest.Reset;

/** Puts database and clock back to what they were after the start. */
class FreshState extends AbstractTestExecutionListener {
    @Override
    public int getOrder() {
        // after the context was injected, before transactions and the test's own preparation
        return 3000;
    }

    @Override
    public void beforeTestClass(TestContext context) {
        if (reset(context) == Reset.BEFORE_EACH_CLASS) {
            freshen(context);
        }
    }

    @Override
    public void beforeTestMethod(TestContext context) {
        if (reset(context) == Reset.BEFORE_EACH_TEST) {
            freshen(context);
        }
    }

    private static Reset reset(TestContext context) {
        var test = AnnotatedElementUtils.findMergedAnnotation(context.getTestClass(), PledgeTest.class);
        return test == null ? Reset.BEFORE_EACH_TEST : test.reset();
    }

    private static void freshen(TestContext context) {
        var beans = context.getApplicationContext();
        beans.getBeanProvider(MovableClock.class).ifAvailable(clock -> clock.set(MovableClock.START));
        beans.getBean(TestDatabase.class).reset();
        beans.getBean(OrganisationUpdate.class).follow();
    }
}
