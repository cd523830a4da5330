package dev.fanout.web.request;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of every REST interface.
 *
 * @param maxBody Largest request body; 1 byte or more. A longer one is refused with 413, however it is sent.
 * @param bodyTime Time in which the whole body must have arrived; more than 0. A slower one is refused with 408.
 * @param minBodyRate Least number of bytes of a body that must arrive in a second, after the first three seconds; 1
 *     byte or more. A slower one is refused with 408.
 * @param maxBodies Memory for the bodies of all requests that are being read or worked on; at least {@code max-body}.
 *     The first 4 KB of each body are not counted. More is refused with 503.
 * @param maxRequests Number of requests that are worked on at the same time; 1 or more. More are refused with 503:
 *     work that is done too late for its client, who has asked again meanwhile, is work for nothing.
 * @param allowedHosts Names that the Host header of a request may have; others are refused with 421. {@code .name}
 *     also allows everything below that name, {@code *} allows all.
 * @param managementPort Second port, 0 to 65535, on which only {@code /actuator} is answered, however many clients
 *     hold the first one. Without a value there is no second port. A service of the topology that listens on its
 *     usual port has that port + 10,000.
 * @param headerTime Time in which the request line and all headers must have arrived; more than 0. After it the
 *     connection is closed.
 */
@ConfigurationProperties("fanout.web")
public record WebProperties(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("30s") Duration bodyTime,
        @DefaultValue("4KB") DataSize minBodyRate,
        @DefaultValue("32MB") DataSize maxBodies,
        @DefaultValue("200") int maxRequests,
        @DefaultValue({"localhost", ".localhost", "127.0.0.1", "[::1]"}) Set<String> allowedHosts,
        @Nullable Integer managementPort,
        @DefaultValue("10s") Duration headerTime) {}
