package dev.fanout.messaging.aws;

import io.micrometer.core.instrument.MeterRegistry;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts AWS calls by service, operation and outcome: on AWS, calls are what costs. */
final class CallMetrics implements ExecutionInterceptor {
    private final MeterRegistry meters;

    CallMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        count(attributes, "ok");
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
        count(attributes, "failed");
    }

    private void count(ExecutionAttributes attributes, String outcome) {
        var service = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
        var operation = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        meters.counter("fanout.aws.calls", "service", service, "operation", operation, "outcome", outcome)
                .increment();
    }
}
