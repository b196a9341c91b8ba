package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a person on call reads while the API is down, in virtual time. */
class RetryLogTest {

    private static final SessionQuery COMPLETED = TestQueue.COMPLETED;
    private static final SessionQuery IN_PROGRESS = TestQueue.IN_PROGRESS;
    private static final RequestLimits UNLIMITED = new RequestLimits(Integer.MAX_VALUE, Double.MAX_VALUE);

    private final VirtualTime time = new VirtualTime();
    private final FakeApi api = new FakeApi(time);
    private final RecordedLog log = new RecordedLog();
    private final OutageLog outages = new OutageLog(log.logger(), time::nanoTime);

    @Test
    void firstFailureSaysWhatHappensNext() {
        api.failWith(ApiException.withStatus(Kind.TRANSIENT, 503, Optional.of(Duration.ofHours(1)), "GET x said 503"));

        ask(-1, COMPLETED);

        assertThat(log.lines())
                .containsExactly(
                        "WARN Organisation some-school, stream completed: GET x said 503. The request is retried in 1"
                                + " h 0 min; nothing is lost. If this continues, check the API, and the network between it"
                                + " and the worker.");
    }

    @Test
    void remedyFitsTheFailure() {
        assertThat(firstLine(FakeApi.status(429))).contains("api.max.requests.per.second");
        assertThat(firstLine(ApiExceptions.noAnswer(Kind.UNREACHABLE, "the host can't be found")))
                .contains("api.url", "DNS");
        assertThat(firstLine(ApiExceptions.noAnswer(Kind.PROXY_UNREACHABLE, "the proxy can't be found")))
                .contains("api.proxy.url");
    }

    private String firstLine(ApiException failure) {
        log.clear();
        new OutageLog(log.logger(), time::nanoTime)
                .of("some-school")
                .retried(new QueuedRequest(IN_PROGRESS), failure, Duration.ZERO);
        assertThat(log.lines()).singleElement().asString().contains("stream in-progress");
        return log.lines().get(0);
    }

    @Test
    void aDayWithoutTheApiTakesThirtyLines() {
        api.failWith(FakeApi.status(500));
        ask(-1, COMPLETED, COMPLETED, COMPLETED, COMPLETED);
        time.pass(Duration.ofDays(1));
        assertThat(api.times()).hasSizeGreaterThan(4 * 24 * 60);

        assertThat(log.lines()).hasSizeBetween(24, 32).allMatch(line -> line.startsWith("WARN "));
        assertThat(log.lines())
                .last()
                .asString()
                .containsPattern("This is transient failure [0-9]+ in a row, for (22|23) h [0-9]+ min now\\.");

        api.serve();
        time.pass(Duration.ofMinutes(2));

        assertThat(log.lines())
                .last()
                .asString()
                .matches("INFO Organisation some-school, stream completed: the API responds again, after [0-9]+"
                        + " transient failures in 1 d 0 h\\. Nothing was lost\\.");
        assertThat(log.lines()).filteredOn(line -> line.startsWith("INFO")).hasSize(1);
    }

    @Test
    void recoveryIsLoggedOnceNoRequestFails() {
        RequestQueue retrying = retrying(-1);
        api.failWith(FakeApi.status(500));
        retrying.fetch(COMPLETED);
        time.pass(Duration.ZERO);
        api.serve();
        retrying.fetch(COMPLETED);
        retrying.fetch(IN_PROGRESS);
        time.pass(Duration.ZERO);
        assertThat(log.lines()).hasSize(1);

        time.pass(Duration.ofSeconds(1));

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(1)).contains("INFO", "after 1 transient failure in 0.");
    }

    @Test
    void requestsThatFailOnceEachTakeFewLines() {
        AtomicInteger requests = new AtomicInteger();
        api.respond(page -> {
            if (requests.getAndIncrement() % 2 == 0) {
                page.completeExceptionally(FakeApi.status(500));
            } else {
                page.complete(FakeApi.EMPTY);
            }
        });
        RequestQueue retrying = retrying(-1);

        for (int minute = 0; minute < 24 * 60; minute++) {
            retrying.fetch(COMPLETED);
            time.pass(Duration.ofMinutes(1));
        }

        assertThat(log.lines()).hasSizeBetween(48, 64);
        assertThat(log.lines().get(40)).contains("Since the previous line, 59 transient failures were not logged.");
    }

    /** A request may fail and be cancelled at once. */
    @Test
    void failureOfACancelledRequestIsNotLogged() {
        RetryLog retryLog = outages.of("some-school");
        QueuedRequest cancelled = new QueuedRequest(COMPLETED);
        cancelled.page.cancel(false);

        retryLog.retried(cancelled, FakeApi.status(500), Duration.ZERO);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aThousandOrganisationsTakeSixtyLinesAnHour() {
        failing(1_000);
        time.pass(Duration.ofHours(1));

        assertThat(log.lines()).hasSizeLessThan(70).allMatch(line -> line.startsWith("WARN "));
        assertThat(log.lines()).filteredOn(line -> line.contains("school-")).hasSizeGreaterThan(10);
        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("WARN Requests of more than 10 streams of this task fail."))
                .hasSizeBetween(5, 7)
                .last()
                .asString()
                .contains("990 so far. The latest of these is Organisation school-");

        log.clear();
        api.serve();
        time.pass(Duration.ofMinutes(2));

        assertThat(log.lines()).hasSize(11);
        assertThat(log.lines().get(10))
                .matches(
                        "INFO The API responds again to all streams of this task that were only counted, after 1 h [01]"
                                + " min\\. Nothing was lost\\.");
    }

    @Test
    void afterRecoveryStreamsAreNamedAgain() {
        List<RequestQueue> all = failing(12);
        time.pass(Duration.ofSeconds(1));
        all.get(11).close();
        api.serve();
        time.pass(Duration.ofMinutes(20));
        log.clear();

        api.failWith(FakeApi.status(500));
        all.get(10).fetch(COMPLETED);
        time.pass(Duration.ofSeconds(1));

        assertThat(log.lines()).singleElement().asString().startsWith("WARN Organisation school-10, stream completed:");
    }

    @Test
    void recoveredStreamsMakeRoomForOthers() {
        List<RequestQueue> all = organisations(12);
        api.failWith(FakeApi.status(500));
        all.get(0).fetch(COMPLETED);
        time.pass(Duration.ZERO);

        for (RequestQueue other : all.subList(1, 12)) {
            log.clear();
            api.failWith(FakeApi.status(500));
            CompletableFuture<SessionPage> page = other.fetch(COMPLETED);
            time.pass(Duration.ZERO);
            page.cancel(true);
            api.serve();
            other.fetch(COMPLETED);
            time.pass(Duration.ZERO);

            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0)).startsWith("WARN Organisation school-");
            assertThat(log.lines().get(1)).startsWith("INFO Organisation school-");
        }
    }

    @Test
    void closedWhileTheApiIsDownLogsNoRecovery() {
        List<RequestQueue> all = failing(12);
        time.pass(Duration.ofSeconds(1));

        all.forEach(RequestQueue::close);

        assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.startsWith("INFO"));
    }

    /** Organisations each of which has one request, and whose API fails. */
    private List<RequestQueue> failing(int count) {
        api.failWith(FakeApi.status(500));
        List<RequestQueue> all = organisations(count);
        all.forEach(organisation -> organisation.fetch(COMPLETED));
        return all;
    }

    private List<RequestQueue> organisations(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> retrying(-1, "school-" + number))
                .toList();
    }

    @Test
    void lastAllowedFailureSaysThatReadingStops() {
        api.failWith(FakeApi.status(500));

        ask(1, COMPLETED);
        time.pass(Duration.ofMinutes(1));

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(1))
                .isEqualTo("ERROR Organisation some-school, stream completed: a request failed 2 times in a row."
                        + " api.max.retries allows no further retry, so reading stops.");
    }

    private void ask(int retries, SessionQuery... queries) {
        RequestQueue retrying = retrying(retries);
        List.of(queries).forEach(retrying::fetch);
        time.pass(Duration.ZERO);
    }

    private RequestQueue retrying(int retries) {
        return retrying(retries, "some-school");
    }

    private RequestQueue retrying(int retries, String organisation) {
        RetryLog retryLog = outages.of(organisation);
        return TestQueue.of(api, UNLIMITED, retries, time, retryLog, RequestListener.NONE);
    }
}
