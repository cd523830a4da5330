package dev.fanout.testing;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Lets the tests of a JVM leave nothing behind in an AWS that others use, too. */
public final class LeaveNothing implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        FanoutStack.ifUsed().ifPresent(FanoutStack::leaveNothing);
    }
}
