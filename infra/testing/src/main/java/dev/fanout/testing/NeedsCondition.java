package dev.fanout.testing;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tells JUnit what {@link Needs} means. */
final class NeedsCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
                .flatMap(needs -> lack(AwsOfThisJvm.FOUND, List.of(needs.value())))
                .map(reason -> skipped(context, reason))
                .orElseGet(() -> ConditionEvaluationResult.enabled("it has what it needs"));
    }

    /** Why a test with these needs cannot run there; empty if it can. */
    static Optional<String> lack(Aws found, List<Capability> needs) {
        return switch (found) {
            case Aws.Missing missing -> Optional.of(missing.reason());
            case Aws.Found aws -> needs.stream()
                    .filter(need -> !aws.capabilities().contains(need))
                    .findFirst()
                    .map(need -> "%s lacks %s".formatted(aws.name(), need));
        };
    }

    /** Surefire counts what is skipped, and keeps the reason in its reports alone. */
    private static ConditionEvaluationResult skipped(ExtensionContext context, String reason) {
        var test = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
        System.out.printf("Skipped: %s, because %s%n", test, reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
