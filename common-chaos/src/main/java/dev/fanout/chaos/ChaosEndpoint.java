package dev.fanout.chaos;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Faults switched at run time: {@code POST /actuator/chaos/fail {"when": "every 3"}}. */
@Endpoint(id = "chaos")
class ChaosEndpoint {
    private final Chaos chaos;

    ChaosEndpoint(Chaos chaos) {
        this.chaos = chaos;
    }

    /** When each fault that is on strikes. */
    @ReadOperation
    Map<String, String> on() {
        return chaos.on();
    }

    @WriteOperation
    Map<String, String> set(@Selector String fault, String when) {
        return answered(() -> chaos.set(fault, when));
    }

    @DeleteOperation
    Map<String, String> clear(@Selector String fault) {
        return answered(() -> chaos.clear(fault));
    }

    @DeleteOperation
    Map<String, String> clearAll() {
        return answered(chaos::clearAll);
    }

    private Map<String, String> answered(Runnable change) {
        try {
            change.run();
            return chaos.on();
        } catch (IllegalArgumentException e) {
            var reason = String.valueOf(e.getMessage());
            throw new InvalidEndpointRequestException(reason, reason);
        }
    }
}
