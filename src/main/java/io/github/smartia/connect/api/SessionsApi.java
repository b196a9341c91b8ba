package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.concurrent.CompletableFuture;

/** The calls of the API that list sessions, for one API key. Safe for use by several threads. */
public interface SessionsApi extends AutoCloseable {

    /**
     * Asks for one page. Never blocks.
     *
     * @return completes with the page, or exceptionally with an {@link ApiException}; to cancel it aborts the request
     */
    CompletableFuture<SessionPage> fetch(SessionQuery query);

    /** Cancels all requests at once, and those made later too. Never blocks. */
    @Override
    void close();
}
