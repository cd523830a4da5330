package dev.fanout.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test, or all of a class, on the {@link FanoutStack} and only where that is there and has the capabilities;
 * elsewhere it is skipped, and the reason is printed.
 */
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCondition.class)
public @interface Needs {
    /** Beyond what all have: SNS, SQS and DynamoDB. */
    Capability[] value() default {};
}
