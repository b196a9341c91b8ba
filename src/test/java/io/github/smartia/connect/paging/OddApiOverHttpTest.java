package io.github.smartia.connect.paging;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smartia.connect.api.FetchThreads;
import io.github.smartia.connect.api.OutageLog;
import io.github.smartia.connect.api.RequestLimits;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestQueue;
import io.github.smartia.connect.api.RetryPolicy;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.api.http.ApiOptions;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.api.http.HttpPageFetcher;
import io.github.smartia.connect.api.http.SecretHeader;
import io.github.smartia.connect.api.http.Transport;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.paging.Oddities.Listed;
import io.github.smartia.connect.paging.Oddities.Oddity;
import io.github.smartia.connect.paging.Oddities.Total;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sweep through the real client returns every session that an API shows, in order, whatever the API sends. */
@Timeout(60)
class OddApiOverHttpTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final SessionQuery PAGE = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);
    private static final int REQUESTS_AT_ONCE = 4;
    private static final Oddities USUAL = Oddities.NONE;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FetchThreads threads = new FetchThreads(REQUESTS_AT_ONCE, () -> true);

    @AfterEach
    void close() {
        threads.close();
        timer.shutdownNow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyShownSessionIsRead(String name, Oddities oddities, OddWire wire) {
        List<Listed> sessions = new ArrayList<>();
        list(sessions, 40, 0, 60_000);
        list(sessions, 130, 3_600_000, 0);
        list(sessions, 150, 7_200_000, 60_000);

        assertThat(read(sessions, oddities, wire).stream().distinct())
                .as(name)
                .containsExactlyElementsOf(sessions.stream().map(Listed::id).toList());
    }

    static Stream<Arguments> everyShownSessionIsRead() {
        return Stream.concat(oddLists(), oddText());
    }

    private static Stream<Arguments> oddLists() {
        return Stream.of(
                arguments("fractions of a millisecond", USUAL.and(Oddity.FRACTIONS), OddWire.NONE),
                arguments("sorted by whole seconds", USUAL.and(Oddity.SORTS_BY_SECONDS), OddWire.NONE),
                arguments("compared by whole seconds", USUAL.and(Oddity.COMPARES_BY_SECONDS), OddWire.NONE),
                arguments("short pages with the limit echoed", USUAL.withLongestPage(37), OddWire.NONE),
                arguments("total zero beside full pages", USUAL.withTotal(Total.ZERO), OddWire.NONE),
                arguments("total too small", USUAL.withTotal(Total.ONE_TOO_FEW), OddWire.NONE),
                arguments("total too large", USUAL.withTotal(Total.ONE_TOO_MANY), OddWire.NONE),
                arguments("total of the page", USUAL.withTotal(Total.SIZE_OF_PAGE), OddWire.NONE),
                arguments("another total on each page", USUAL.withTotal(Total.OTHER_EACH_TIME), OddWire.NONE),
                arguments("sessions listed twice", USUAL.and(Oddity.LISTS_TWICE), OddWire.NONE),
                arguments("deep offsets rejected", USUAL.withDeepest(200), OddWire.NONE),
                arguments("deep offsets failing", USUAL.withDeepest(200), OddWire.NONE.rejection(503)),
                arguments("both bounds rejected", USUAL.and(Oddity.REJECTS_BOTH_BOUNDS), OddWire.NONE),
                arguments("both bounds failing", USUAL.and(Oddity.REJECTS_BOTH_BOUNDS), OddWire.NONE.rejection(500)));
    }

    private static Stream<Arguments> oddText() {
        OddWire usual = OddWire.NONE;
        return Stream.of(
                arguments("nextCursor missing", USUAL, usual.page(",\"nextCursor\":null", "")),
                arguments(
                        "nextCursor an object", USUAL, usual.page("\"nextCursor\":null", "\"nextCursor\":{\"a\":[1]}")),
                arguments(
                        "nextCursor huge",
                        USUAL,
                        usual.page("Cursor\":null", "Cursor\":\"" + "c".repeat(400_000) + '"')),
                arguments("data null", USUAL, usual.page("\"data\":\\[]", "\"data\":null")),
                arguments(
                        "data in lists of lists",
                        USUAL,
                        usual.page("\"data\":(\\[.*]),\"pag", "\"data\":[[],$1],\"pag")),
                arguments("a byte order mark", USUAL, usual.page("^", "\uFEFF")),
                arguments("dates with +0000", USUAL, usual.session("(endDate\":\"[^\"]*)Z", "$1+0000")),
                arguments("dates without seconds", USUAL, usual.session("(endDate\":\"[^\"]*):00Z", "$1Z")),
                arguments("dates with microseconds", USUAL, usual.session("(endDate\":\"[^\"]*)Z", "$1.000123Z")),
                arguments("dates with nanoseconds", USUAL, usual.session("(endDate\":\"[^\"]*)Z", "$1.000000001Z")),
                arguments(
                        "a session of megabytes",
                        USUAL,
                        usual.session("(d\":\"0007\")", "$1,\"x\":\"" + megabytes() + '"')),
                arguments("every other response 503", USUAL, usual.status(number -> number % 2 == 0 ? 503 : 200)),
                arguments("every third response 429", USUAL, usual.status(number -> number % 3 == 0 ? 429 : 200)));
    }

    private static String megabytes() {
        return "x".repeat(2 << 20);
    }

    /** Lists so many sessions more, the first at {@code millis} after nine. */
    private static void list(List<Listed> sessions, int count, long millis, long step) {
        for (int i = 0; i < count; i++) {
            Instant date = NINE.plusMillis(millis + i * step);
            String id = "%04d".formatted(sessions.size());
            Session session = aSession().id(id).completedAt(date.toString()).build();
            sessions.add(new Listed(date, id, () -> session));
        }
    }

    private List<String> read(List<Listed> sessions, Oddities oddities, OddWire wire) {
        try (OddServer server = new OddServer(sessions, oddities, wire);
                HttpPageFetcher fetcher =
                        HttpPageFetcher.alone(options(server.url()), REQUESTS_AT_ONCE, Clock.systemUTC());
                SessionsApi api = queue(fetcher)) {
            return sweep(api);
        }
    }

    private static ApiOptions options(String url) {
        return new ApiOptions(
                "oaks",
                URI.create(url),
                SecretHeader.apiKey("a-key"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                InProgressEndpoint.SEARCH,
                SessionFilter.NONE,
                "test",
                Transport.DIRECT,
                1_040_384);
    }

    private SessionsApi queue(HttpPageFetcher fetcher) {
        Duration backoff = Duration.ofMillis(1);
        return new RequestQueue(
                fetcher,
                new RequestLimits(REQUESTS_AT_ONCE, 10_000),
                new RetryPolicy(-1, backoff, backoff, new Random(1)),
                threads,
                timer,
                System::nanoTime,
                new OutageLog().of("oaks"),
                RequestListener.NONE);
    }

    private static List<String> sweep(SessionsApi api) {
        Sweep sweep = new Sweep(PAGE, NINE, () -> 2 * REQUESTS_AT_ONCE + 1, () -> Instant.MIN);
        Map<PageRequest, CompletableFuture<SessionPage>> inFlight = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        while (!sweep.isDone()) {
            Optional<PageRequest> next = sweep.nextRequest();
            next.ifPresent(request -> inFlight.put(request, api.fetch(request.query())));
            if (next.isEmpty() || inFlight.size() == REQUESTS_AT_ONCE) {
                receive(sweep, inFlight);
                for (Optional<Segment> segment = sweep.nextSegment();
                        segment.isPresent();
                        segment = sweep.nextSegment()) {
                    segment.get()
                            .entries()
                            .forEach(entry -> ids.add(entry.position().sessionId()));
                }
            }
        }
        return ids;
    }

    /** Hands the oldest request's page to the sweep. */
    private static void receive(Sweep sweep, Map<PageRequest, CompletableFuture<SessionPage>> inFlight) {
        PageRequest oldest = inFlight.keySet().iterator().next();
        try {
            sweep.received(oldest, inFlight.remove(oldest).join());
        } catch (CompletionException e) {
            sweep.unavailable(oldest);
        }
    }
}
