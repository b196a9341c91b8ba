package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.concurrent.CompletableFuture;

/** Makes requests for one API key, each once and on the thread that calls. Safe for use by several threads. */
public interface PageFetcher extends AutoCloseable {

    /**
     * Makes one request, and waits until it has ended.
     *
     * @param page completes with the page, or exceptionally with an {@link ApiException}. Where the request takes too long
     *     it completes before this method returns: to look up a host name can't be interrupted. To cancel it aborts the
     *     request.
     */
    void fetch(SessionQuery query, CompletableFuture<SessionPage> page);

    /** Closes its connections, shared or not, which aborts all requests in flight over them. Does not block. */
    @Override
    void close();
}
