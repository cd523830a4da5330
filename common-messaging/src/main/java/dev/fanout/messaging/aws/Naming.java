package dev.fanout.messaging.aws;

import dev.fanout.topology.Prefix;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment calls its topics, queues and tables: several can share an account.
 *
 * @param prefix goes before every name of the topology; may be empty
 */
@ConfigurationProperties("fanout")
public record Naming(@DefaultValue("") String prefix) {

    /** The name at AWS of what the topology calls {@code logicalName}. */
    public String physical(String logicalName) {
        return asPrefix().of(logicalName);
    }

    Prefix asPrefix() {
        return new Prefix(prefix);
    }
}
