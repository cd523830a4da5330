package dev.fanout.messaging.chaos;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which faults strike from the start on. Only with {@code enabled} is there anything of this.
 *
 * @param faults when each strikes ({@link Trigger#FORMS}), by its name: {@code fail: every 3}
 * @param slowFor how long a slow handler takes
 * @param stopAfter ends the service after so many messages; 0 is never
 * @param stopWhenIdle ends the service when nothing has come for so long; absent is never
 */
@ConfigurationProperties("fanout.chaos")
record ChaosSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue Map<String, String> faults,
        @DefaultValue("40s") Duration slowFor,
        @DefaultValue("0") long stopAfter,
        @Nullable Duration stopWhenIdle) {}
