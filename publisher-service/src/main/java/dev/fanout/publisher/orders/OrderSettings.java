package dev.fanout.publisher.orders;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the order interface.
 *
 * @param idempotencyLifetime How long an {@code Idempotency-Key} is remembered; more than 0.
 */
@ConfigurationProperties("fanout.orders")
record OrderSettings(@DefaultValue("24h") Duration idempotencyLifetime) {}
