package io.github.smartia.connect.api;

import java.time.Clock;
import java.util.concurrent.CompletionException;

/** Makes a request to the URL that it is given; run where everything is logged. */
public final class LoggedRequest {

    private LoggedRequest() {}

    /** Answers whether there was a page. */
    public static boolean made(String url) {
        try (SessionsApi api = new HttpSessionsApi(Queries.options(url), 1, Clock.systemUTC())) {
            api.fetch(Queries.COMPLETED).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
