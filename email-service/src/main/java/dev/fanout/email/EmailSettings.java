package dev.fanout.email;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who writes to whom. Where the mail server is, {@code spring.mail} says.
 *
 * @param from the shop's address
 * @param to the customer's address, with {@code {user_id}} in it
 */
@ConfigurationProperties("fanout.email")
record EmailSettings(String from, String to) {
    String addressOf(long userId) {
        return to.replace("{user_id}", String.valueOf(userId));
    }
}
