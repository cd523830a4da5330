package dev.fanout.messaging.aws;

import dev.fanout.topology.Prefix;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment calls its topics, queues and tables: several can share an account.
 *
 * @param prefix Text before every name of a topic, a queue and a table, so that several deployments can share an
 *     account; may be empty. Letters, digits, {@code -} and {@code _}, as AWS allows them in names.
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
