package dev.fanout.messaging.aws;

import org.springframework.context.SmartLifecycle;

/** Makes or checks the topology before anything polls, publishes or answers. */
final class TopologyStart implements SmartLifecycle {
    private final Runnable step;
    private volatile boolean running;

    TopologyStart(Runnable step) {
        this.step = step;
    }

    @Override
    public void start() {
        step.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
