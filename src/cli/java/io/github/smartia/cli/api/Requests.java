package io.github.smartia.cli.api;

import io.github.smartia.cli.api.ApiFailure.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Sends requests one at a time, within a rate and a maximum number. A transient failure is retried. */
public final class Requests {

    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /**
     * The limits of requests.
     *
     * @param perSecond how many may start in a second
     * @param atMost how many may be sent, including failed attempts
     * @param timeout for the whole of one response
     */
    public record Limits(double perSecond, int atMost, Duration timeout) {}

    private interface Call {
        Response send() throws IOException, InterruptedException;
    }

    private final Transport transport;
    private final Pace pace;
    private final int atMost;
    private final Traffic traffic = new Traffic();

    public Requests(Connection connection, Limits limits, Clock clock, Sleeper sleeper) {
        transport = new Transport(connection, limits.timeout(), clock);
        pace = new Pace(limits.perSecond(), clock, sleeper);
        atMost = limits.atMost();
    }

    /** A page of the search call. */
    public Page search(Search search) throws ApiFailure, InterruptedException {
        return page(search, () -> transport.search(search), ATTEMPTS);
    }

    /** A page of the search call, without a retry. */
    public Page searchOnce(Search search) throws ApiFailure, InterruptedException {
        return page(search, () -> transport.search(search), 1);
    }

    /** A page of the in-progress call. */
    public Page inProgress(Search search) throws ApiFailure, InterruptedException {
        return page(search, () -> transport.inProgress(search), ATTEMPTS);
    }

    /** A page of the search call, without a pause before it. */
    public Page hurried(Search search) throws ApiFailure, InterruptedException {
        return attempt(search, () -> transport.search(search));
    }

    /** How many sessions match, according to the response to a request for one of them. */
    public long count(Search search) throws ApiFailure, InterruptedException {
        return search(search.limit(1)).total();
    }

    public Traffic traffic() {
        return traffic;
    }

    /** How many more requests may be sent. */
    public int left() {
        return atMost - traffic.requests();
    }

    private Page page(Search search, Call call, int attempts) throws ApiFailure, InterruptedException {
        for (int failed = 1; ; failed++) {
            pace.await();
            try {
                return attempt(search, call);
            } catch (ApiFailure failure) {
                if (!failure.isTransient()) {
                    throw failure;
                }
                requireLeft();
                if (failed >= attempts) {
                    throw failure;
                }
                pause(failure, failed);
            }
        }
    }

    private void pause(ApiFailure failure, int failed) throws ApiFailure, InterruptedException {
        Duration wait = failure.retryAfter().orElse(Duration.ofSeconds(1L << failed));
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw failure;
        }
        pace.pause(wait.isNegative() ? Duration.ZERO : wait);
    }

    private Page attempt(Search search, Call call) throws ApiFailure, InterruptedException {
        requireLeft();
        traffic.requested();
        try {
            Response response = call.send();
            traffic.responded(response);
            return PageParser.parse(search, Interpreter.checked(response));
        } catch (IOException e) {
            throw recorded(Interpreter.failure(e));
        } catch (ApiFailure e) {
            throw recorded(e);
        }
    }

    private void requireLeft() throws ApiFailure {
        if (left() == 0) {
            throw ApiFailure.of(Kind.BUDGET, "all of the " + atMost + " requests were sent");
        }
    }

    private ApiFailure recorded(ApiFailure failure) {
        traffic.failed(failure);
        return failure;
    }
}
