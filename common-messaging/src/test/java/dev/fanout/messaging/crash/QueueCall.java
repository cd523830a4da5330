package dev.fanout.messaging.crash;

import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A call to SQS. */
record QueueCall<T>(String name, Supplier<T> how) implements Call<T> {
    static QueueCall<Void> of(String name, Runnable how) {
        return new QueueCall<>(name, () -> {
            how.run();
            return null;
        });
    }

    @Override
    public Set<Fault> faults() {
        return Fault.AT_QUEUES;
    }

    @Override
    public T make() {
        return how.get();
    }

    @Override
    public RuntimeException failure(Fault fault) {
        return SdkClientException.create("no answer");
    }
}
