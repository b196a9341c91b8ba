package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.concurrent.CompletableFuture;

/** The calls of the API that list sessions, for one API key. Safe for use by several threads. */
public interface SessionsApi extends AutoCloseable {

    /**
     * Asks for one page.
     *
     * @return completes with the page, or exceptionally with an {@link ApiException}; to cancel it gives the request up
     */
    CompletableFuture<SessionPage> fetch(SessionQuery query);

    /**
     * Gives up all requests under way at once, which cancels their futures, and releases threads and connections.
     * Requests made later are cancelled too. Never blocks on the network.
     */
    @Override
    void close();
}
