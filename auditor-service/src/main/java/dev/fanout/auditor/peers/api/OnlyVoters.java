package dev.fanout.auditor.peers.api;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There in auditors that vote; the observer of the disturbed traffic does not. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnlyVoters.Votes.class)
public @interface OnlyVoters {

    final class Votes implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var name = context.getEnvironment().getProperty("spring.application.name", "");
            var enabled = context.getEnvironment().getProperty("fanout.auditor.vote.enabled", Boolean.class, true);
            return enabled && Fanout.TOPOLOGY.service(name).filter(Service::votes).isPresent();
        }
    }
}
