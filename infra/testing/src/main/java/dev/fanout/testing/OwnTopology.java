package dev.fanout.testing;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * An application under test provisions what its own module uses: the tables and queues of the whole suite, nineteen and
 * sixteen, would be most of its start. A test that configures a topology of its own has that.
 */
final class OwnTopology implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (isProvisioned(context.getEnvironment()))
            Fanout.TOPOLOGY.service(context.getEnvironment().getProperty("spring.application.name", ""))
                    .ifPresent(service -> context.getBeanFactory().registerSingleton("topology", of(service)));
    }

    private static boolean isProvisioned(Environment environment) {
        return environment.getProperty("fanout.provision", Boolean.class, false);
    }

    /** With all that are built from the same module: the auditors name each other. */
    static Topology of(Service service) {
        var together = Fanout.TOPOLOGY.services().stream()
                .filter(other -> other.module().equals(service.module()))
                .toList();
        return new Topology(together, Fanout.TOPOLOGY.shared());
    }
}
