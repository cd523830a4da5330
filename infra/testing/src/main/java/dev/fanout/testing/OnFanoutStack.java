package dev.fanout.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a Spring Boot test against the JVM's {@link FanoutStack}, with topics, queues and tables of its own:
 * each application context gets a {@code fanout.prefix} that no other has, and provisions what it needs. Test
 * classes that could share a context still do, and then share its names too.
 */
@Inherited
@Needs
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnFanoutStack {}
