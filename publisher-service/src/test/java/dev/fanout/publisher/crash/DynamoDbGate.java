package dev.fanout.publisher.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** A client of the real engine whose calls pass the gate. */
public record DynamoDbGate(DynamoDbClient real, Gate gate) implements InvocationHandler {
    public static DynamoDbClient client(DynamoDbClient real, Gate gate) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new DynamoDbGate(real, gate));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        // The shape with a builder calls the one with a request, on the proxy again.
        if (arguments != null && arguments[0] instanceof Consumer)
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        if (arguments == null || !(arguments[0] instanceof DynamoDbRequest request)) return method.invoke(real, arguments);
        return gate.pass(
                method.getName(), () -> sent(method, request), () -> twice(method, request), DynamoDbGate::failed);
    }

    private Object sent(Method method, DynamoDbRequest request) {
        try {
            return method.invoke(real, request);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Within one call the SDK keeps the token that makes a transaction's repetition harmless. */
    private Object twice(Method method, DynamoDbRequest request) {
        var again = request instanceof TransactWriteItemsRequest all
                ? all.toBuilder().clientRequestToken(UUID.randomUUID().toString()).build()
                : request;
        try {
            sent(method, again);
        } catch (RuntimeException _) {
            // its answer is lost
        }
        return sent(method, again);
    }

    private static Object failed(Fault fault) {
        if (fault != Fault.THROTTLED) throw SdkClientException.create("no answer");
        var details = AwsErrorDetails.builder().errorCode("ProvisionedThroughputExceededException").build();
        throw ProvisionedThroughputExceededException.builder().awsErrorDetails(details).statusCode(400).build();
    }
}
