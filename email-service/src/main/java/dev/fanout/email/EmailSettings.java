package dev.fanout.email;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who writes to whom. Where the mail server is, {@code spring.mail} says.
 *
 * @param from Sender address of all mails: the shop's.
 * @param to Address of the customer. {@code {user_id}} in it is replaced by the order's {@code user_id}.
 */
@ConfigurationProperties("fanout.email")
record EmailSettings(String from, String to) {
    String addressOf(long userId) {
        return to.replace("{user_id}", String.valueOf(userId));
    }
}
