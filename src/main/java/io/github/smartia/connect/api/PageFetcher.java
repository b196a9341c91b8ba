package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.concurrent.CompletableFuture;

/** Makes requests for one API key, each once and on the calling thread. Thread-safe. */
public interface PageFetcher extends AutoCloseable {

    /**
     * Makes one request and waits until it has ended.
     *
     * @param page completes with the page, or exceptionally with an {@link ApiException}. If the request takes too long,
     *     the future completes before this method returns, because a host name lookup can't be interrupted. Cancelling the
     *     future aborts the request.
     */
    void fetch(SessionQuery query, CompletableFuture<SessionPage> page);

    /** Closes the connections, even if they are shared. This aborts all requests in flight over them. Does not block. */
    @Override
    void close();
}
