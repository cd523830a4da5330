package dev.fanout.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Holds requests back while the engines start, and while a test plays an outage. */
final class RequestGate extends Handler.Abstract {
    private final CompletableFuture<Handler> behind = new CompletableFuture<>();
    private final AtomicReference<CountDownLatch> ice = new AtomicReference<>(new CountDownLatch(0));

    void open(Handler handler) {
        behind.complete(handler);
    }

    void freeze() {
        ice.updateAndGet(old -> old.getCount() == 0 ? new CountDownLatch(1) : old);
    }

    void thaw() {
        ice.get().countDown();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ice.get().await();
        return behind.get().handle(request, response, callback);
    }
}
