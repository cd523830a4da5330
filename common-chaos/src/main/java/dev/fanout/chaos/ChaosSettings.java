package dev.fanout.chaos;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which faults strike from the start on. Only with {@code enabled} is there anything of this.
 *
 * @param enabled Whether faults can be switched on, here and by {@code /actuator/chaos}.
 * @param faults When each fault strikes, by the name of the fault: {@code fail: every 3}. The forms are {@code every
 *     N}, {@code once N}, {@code rate R} (0 to 1) and {@code containing TEXT}.
 * @param slowFor How long the handler takes when {@code slow} strikes; 0 or more.
 * @param stopAfter Number of messages after which the service ends; 0 is never.
 * @param stopWhenIdle The service ends when no message has come for so long. Without a value it does not.
 */
@ConfigurationProperties("fanout.chaos")
record ChaosSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue Map<String, String> faults,
        @DefaultValue("40s") Duration slowFor,
        @DefaultValue("0") long stopAfter,
        @Nullable Duration stopWhenIdle) {}
