package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Makes requests to the URL that it is given; run where everything is logged. */
public final class LoggedRequest {

    static final String PUPIL = "pup1l-1d-th4t-n0b0dy-may-see";

    private LoggedRequest() {}

    /** Answers whether there were pages to a search, and to the call that has ids of pupils in its URL. */
    public static boolean made(String url) {
        SessionFilter pupils = new SessionFilter(List.of(), List.of(PUPIL), List.of());
        try (PageFetcher api = HttpPageFetcher.alone(
                Queries.options(url, InProgressEndpoint.IN_PROGRESS, pupils), 1, Clock.systemUTC())) {
            Queries.fetch(api);
            Queries.fetch(api, Queries.IN_PROGRESS);
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
