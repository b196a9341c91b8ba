package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that were promised and have not come yet. Safe for use by several threads. */
public final class InFlightRequests implements AutoCloseable {

    private final Set<Runnable> cancellations = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Remembers {@code page} until it is complete; cancels it where there is nobody left to wait for it. */
    public CompletableFuture<SessionPage> add(CompletableFuture<SessionPage> page) {
        Runnable cancellation = () -> page.cancel(false);
        cancellations.add(cancellation);
        page.whenComplete((answer, thrown) -> cancellations.remove(cancellation));
        if (closed) {
            cancellation.run();
        }
        return page;
    }

    /** Whether whatever is added would be cancelled. */
    public boolean isClosed() {
        return closed;
    }

    /** Cancels what has not come, and from now on whatever is added. */
    @Override
    public void close() {
        closed = true;
        cancellations.forEach(Runnable::run);
    }
}
