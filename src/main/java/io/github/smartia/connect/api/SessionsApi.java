package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.concurrent.CompletableFuture;

/** The calls of the API that list sessions, for one API key. Thread-safe. */
public interface SessionsApi extends AutoCloseable {

    /**
     * Requests one page. Never blocks.
     *
     * @return completes with the page, or exceptionally with an {@link ApiException}; cancelling the future aborts the
     *     request
     */
    CompletableFuture<SessionPage> fetch(SessionQuery query);

    /** Cancels all requests immediately, and any that are made later. Never blocks. */
    @Override
    void close();
}
