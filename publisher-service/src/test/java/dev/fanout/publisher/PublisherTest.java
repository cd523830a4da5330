package dev.fanout.publisher;

import dev.fanout.testing.OnFanoutStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole publisher, on the embedded stack, with a client before it and an ear behind each topic. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnFanoutStack
@Import({Client.class, Ears.class})
@SpringBootTest(
        classes = PublisherApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "fanout.outbox.sweep-every=100ms")
public @interface PublisherTest {}
