package dev.fanout.publisher.orders;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the order interface.
 *
 * @param idempotencyLifetime how long an Idempotency-Key is remembered
 */
@ConfigurationProperties("fanout.orders")
record OrderSettings(@DefaultValue("24h") Duration idempotencyLifetime) {}
