package io.github.smartia.connect.paging;

import static io.github.smartia.cli.Odd.odd;
import static io.github.smartia.cli.Odd.refusing;
import static io.github.smartia.cli.Odd.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.cli.Odd;
import io.github.smartia.cli.OddApi;
import io.github.smartia.cli.OddApi.Listed;
import io.github.smartia.cli.OddApi.Other;
import io.github.smartia.cli.OddPages;
import io.github.smartia.connect.api.FetchThreads;
import io.github.smartia.connect.api.OutageLog;
import io.github.smartia.connect.api.RequestLimits;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestQueue;
import io.github.smartia.connect.api.RetryPolicy;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.api.http.ApiOptions;
import io.github.smartia.connect.api.http.HttpPageFetcher;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.model.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sweep through the real client returns every session that an API shows, in order, whatever the API sends. */
@Timeout(60)
class OddApiOverHttpTest {

    private static final int REQUESTS_AT_ONCE = 4;

    /** 130 of them share a millisecond. All end at whole minutes, since some APIs do not show seconds. */
    private static final List<Listed> SESSIONS = IntStream.range(0, 320)
            .mapToObj(i -> listed("%04d".formatted(i), i < 40 || i >= 170 ? i : 60))
            .toList();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FetchThreads threads = new FetchThreads(REQUESTS_AT_ONCE, () -> true);
    private final OddApi odd = OddApi.start();

    @AfterEach
    void close() {
        odd.close();
        threads.close();
        timer.shutdownNow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyShownSessionIsRead(Odd oddity) {
        odd.completed = request -> SESSIONS;
        odd.shufflesTies = true;
        oddity.change().accept(odd);

        assertThat(read().stream().distinct()).containsExactlyElementsOf(inOrder(odd.completed.apply(0)));
    }

    static Stream<Odd> everyShownSessionIsRead() {
        List<Odd> more = List.of(
                row(
                        "two bounds failing",
                        refusing(
                                500,
                                question -> question.after().isPresent()
                                        && question.before().isPresent())),
                row("no cursor", api -> api.body = page -> page.replace(",\"nextCursor\":null", "")),
                row("nanoseconds", shown("\\.(\\d{3})Z", ".$1000001Z")),
                row("a session of megabytes", shown("(\"0007\")", "$1,\"x\":\"" + "x".repeat(2 << 20) + '"')),
                row("every other response 503", every(2, 503)),
                row("every third response 429", every(3, 429)));
        return Stream.of(OddPages.DATES, OddPages.ALL, more).flatMap(List::stream);
    }

    private static Odd row(String name, Consumer<OddApi> change) {
        return odd(name, change, "", "", "");
    }

    private static Consumer<OddApi> every(int nth, int status) {
        Other other = new Other(status, Map.of("Retry-After", "0"), "{}");
        return api -> api.always = request -> request % nth == 0 ? Optional.of(other) : Optional.empty();
    }

    private static Listed listed(String id, int minute) {
        Instant end = SweepScript.NINE.plus(Duration.ofMinutes(minute));
        String json = SessionJson.completed()
                .with("sessionId", '"' + id + '"')
                .with("endDate", '"' + end.toString().replace("Z", ".000Z\""))
                .text();
        return new Listed(end, json);
    }

    private static List<String> inOrder(List<Listed> sessions) {
        return sessions.stream()
                .map(session -> JsonMapper.shared().readTree(session.json()))
                .map(json -> new Position(Instant.parse(text(json, "endDate")), text(json, "sessionId")))
                .sorted()
                .map(Position::sessionId)
                .toList();
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString();
    }

    private List<String> read() {
        ApiOptions options = new SmartIaSourceConfig(Map.of("api.url", odd.url(), "api.key", OddApi.KEY))
                .organisations()
                .get(0)
                .api();
        try (HttpPageFetcher fetcher = HttpPageFetcher.alone(options, REQUESTS_AT_ONCE, Clock.systemUTC());
                SessionsApi api = queue(fetcher)) {
            Sweep sweep = SweepScript.sweep(Instant.MIN, 100, 2 * REQUESTS_AT_ONCE + 1);
            return SweepScript.allIds(sweep, REQUESTS_AT_ONCE, api::fetch);
        }
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
}
