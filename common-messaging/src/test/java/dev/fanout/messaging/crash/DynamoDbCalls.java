package dev.fanout.messaging.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A client of the real engine whose calls pass through {@link Calls}. */
record DynamoDbCalls(DynamoDbClient real, Calls calls, Calls.Life life) implements InvocationHandler {
    private static final Set<String> WRITES = Set.of("transactWriteItems", "updateItem", "putItem", "deleteItem");

    static DynamoDbClient client(DynamoDbClient real, Calls calls, Calls.Life life) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new DynamoDbCalls(real, calls, life));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        // The shape with a builder calls the one with a request, on the proxy again.
        if (arguments != null && arguments[0] instanceof Consumer)
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        if (arguments != null && arguments[0] instanceof DynamoDbRequest request)
            return calls.pass(life, new Request(real, method, request));
        return method.invoke(real, arguments);
    }

    private record Request(DynamoDbClient real, Method method, DynamoDbRequest request) implements Call<Object> {
        @Override
        public String name() {
            return switch (request) {
                case TransactWriteItemsRequest all -> "TransactWriteItems of " + all.transactItems().size();
                case UpdateItemRequest update -> "UpdateItem " + update.updateExpression();
                default -> request.getClass().getSimpleName().replace("Request", "");
            };
        }

        @Override
        public Set<Fault> faults() {
            return WRITES.contains(method.getName()) ? Fault.AT_WRITES : Fault.AT_READS;
        }

        @Override
        public Object make() {
            return sent(request);
        }

        @Override
        public Object makeTwice() {
            // Within one call the SDK keeps the token that makes a transaction's repetition harmless.
            var again = request instanceof TransactWriteItemsRequest all
                    ? all.toBuilder().clientRequestToken(UUID.randomUUID().toString()).build()
                    : request;
            try {
                sent(again);
            } catch (RuntimeException _) {
                // its answer is lost
            }
            return sent(again);
        }

        private Object sent(DynamoDbRequest what) {
            try {
                return method.invoke(real, what);
            } catch (InvocationTargetException e) {
                throw (RuntimeException) e.getCause();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public RuntimeException failure(Fault fault) {
            return switch (fault) {
                case THROTTLED -> ProvisionedThroughputExceededException.builder()
                        .message("too much at once")
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ProvisionedThroughputExceededException")
                                .errorMessage("too much at once")
                                .build())
                        .statusCode(400)
                        .build();
                case CONFLICT -> request instanceof TransactWriteItemsRequest all
                        ? conflictAtTheLastOf(all.transactItems().size())
                        : TransactionConflictException.builder().message("a transaction is at it").build();
                default -> SdkClientException.create("no answer");
            };
        }

        private static RuntimeException conflictAtTheLastOf(int items) {
            return TransactionCanceledException.builder()
                    .message("cancelled")
                    .cancellationReasons(IntStream.rangeClosed(1, items)
                            .mapToObj(i -> CancellationReason.builder()
                                    .code(i == items ? "TransactionConflict" : "None")
                                    .build())
                            .toList())
                    .build();
        }
    }
}
