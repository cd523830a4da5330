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
 * @param maxBody a longer request body is refused with 413, however it is sent
 * @param bodyTime in which a body must be there, else 408
 * @param minBodyRate of a body, a second, once its first seconds are over, else 408
 * @param maxBodies of all requests together, while they are read and worked on; more is refused with 503
 * @param maxRequests more at the same time are refused with 503: work that is done too late for its
 *     client, who has asked again meanwhile, is work for nothing
 * @param allowedHosts whom a request may be for, by its Host header, else 421; {@code .name} also allows everything
 *     below it, {@code *} all
 * @param managementPort where operators are answered too, however many clients hold the other one; none if not set
 * @param headerTime in which a request line and its headers must be there, else the connection is closed
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
