package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.completed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.schedule.OrganisationReader;
import io.github.smartia.connect.schedule.ReadAhead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many organisations that share a task, in virtual time. */
class ManyOrganisationsTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(1);

    private final VirtualLoop loop = new VirtualLoop();
    private final BatchQueue queue = new BatchQueue(2_000, 250);
    private final Map<String, List<String>> published = new HashMap<>();
    private final List<String> failed = new ArrayList<>();
    private final ReadAhead readAhead = new ReadAhead(160, 9);
    private final List<OrganisationReader> readers = new ArrayList<>();
    private int inFlight;
    private int mostInFlight;

    @Test
    void backlogDoesNotDelayCaughtUpOrganisations() throws InterruptedException {
        Api big = new Api(50_000);
        read("big", big);
        read("small", new Api(10));

        pass(Duration.ofSeconds(4));

        assertThat(published.get("small")).hasSize(10);
        assertThat(published.get("big")).hasSizeBetween(1, 45_000);
    }

    @Test
    void sharedQueueCausesNoSecondRequest() throws InterruptedException {
        List<Api> apis = readMany(3, 20_000);

        pass(Duration.ofSeconds(60));

        int pages = 20_000 / 96;
        assertThat(apis).allSatisfy(api -> assertThat(api.requests).isLessThan(pages * 11 / 10));
        assertAllPublishedInOrder(apis);
    }

    @Test
    void manyBacklogsAreAllReadToTheEnd() throws InterruptedException {
        List<Api> apis = readMany(50, 1_000);

        pass(Duration.ofSeconds(60));

        assertAllPublishedInOrder(apis);
        assertThat(mostInFlight).as("requests read ahead").isLessThanOrEqualTo(50 + 160);
    }

    @Test
    void thousandIdleOnesMakeOneRequestAPoll() throws InterruptedException {
        List<Api> apis = IntStream.range(0, 1_000).mapToObj(i -> new Api(0)).toList();
        for (int i = 0; i < apis.size(); i++) {
            read("school-" + i, apis.get(i), Duration.ofMillis(60 * i + 1));
        }

        pass(POLL_INTERVAL.multipliedBy(3));
        int before = requests(apis);
        mostInFlight = 0;
        pass(POLL_INTERVAL);

        assertThat(requests(apis) - before).isEqualTo(1_000);
        assertThat(mostInFlight).as("spread over the interval").isLessThanOrEqualTo(5);
    }

    @Test
    void fiftyHangingApisDoNotDelayAnother() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            Api silent = new Api(10);
            silent.silent = true;
            read("silent-" + i, silent);
        }
        read("other", new Api(10));

        pass(Duration.ofSeconds(1));

        assertThat(published.get("other")).hasSize(10);
    }

    @Test
    void failedOrganisationStopsAlone() throws InterruptedException {
        Api refusing = new Api(10);
        refusing.refusing = true;
        read("refused", refusing);
        read("other", new Api(10));

        pass(Duration.ofSeconds(3));

        assertThat(failed).containsExactly("refused");
        assertThat(published).containsOnlyKeys("other");
        assertThat(refusing.requests).isEqualTo(1);
    }

    @Test
    void nothingIsLostWhileNobodyFetches() throws InterruptedException {
        List<Api> apis = readMany(10, 3_000);
        loop.pass(Duration.ofSeconds(30));
        int before = requests(apis);
        loop.pass(Duration.ofMinutes(10));
        assertThat(requests(apis)).as("requests without room are not repeated").isLessThan(before + 20);

        pass(Duration.ofSeconds(60));

        assertAllPublishedInOrder(apis);
    }

    private List<Api> readMany(int organisations, int sessions) {
        List<Api> apis = IntStream.range(0, organisations)
                .mapToObj(i -> new Api(sessions))
                .toList();
        for (int i = 0; i < organisations; i++) {
            read("school-" + i, apis.get(i));
        }
        return apis;
    }

    private static int requests(List<Api> apis) {
        return apis.stream().mapToInt(api -> api.requests).sum();
    }

    private void assertAllPublishedInOrder(List<Api> apis) {
        for (int i = 0; i < apis.size(); i++) {
            assertThat(published.get("school-" + i))
                    .containsExactlyElementsOf(apis.get(i).ids());
        }
    }

    private void read(String organisation, Api api) {
        read(organisation, api, POLL_INTERVAL);
    }

    private void read(String organisation, Api api, Duration first) {
        ReadSettings settings = TestReaders.settings(Duration.ofSeconds(1));
        OrganisationReader reader = new OrganisationReader(
                new OrganisationContext(organisation, settings, loop, queue, ReadListener.NONE),
                TestReaders.api(api::fetch),
                new KeyedContentHash("key"),
                Map.of(),
                readAhead);
        readers.add(reader);
        reader.start(first);
    }

    /** Lets time pass while the queue is polled. */
    private void pass(Duration time) throws InterruptedException {
        for (long millis = 0; millis < time.toMillis(); millis += 50) {
            loop.pass(Duration.ofMillis(50));
            try {
                queue.poll(Duration.ZERO).forEach(this::publish);
            } catch (StreamFailedException e) {
                failed.add(e.organisation());
            }
            readers.forEach(OrganisationReader::resume);
        }
    }

    private void publish(Batch batch) {
        List<String> ids = published.computeIfAbsent(batch.organisation(), name -> new ArrayList<>());
        batch.entries().forEach(entry -> ids.add(((Session) entry).sessionId()));
    }

    /** Completed sessions, a second apart. */
    private final class Api {

        private final List<Session> sessions;
        private boolean silent;
        private boolean refusing;
        private int requests;

        Api(int count) {
            sessions = IntStream.range(0, count)
                    .mapToObj(i -> completed("session-%06d".formatted(i), NINE.plusSeconds(i)))
                    .toList();
        }

        List<String> ids() {
            return sessions.stream().map(Session::sessionId).toList();
        }

        CompletableFuture<SessionPage> fetch(SessionQuery query) {
            requests++;
            inFlight++;
            mostInFlight = Math.max(mostInFlight, inFlight);
            CompletableFuture<SessionPage> answer = new CompletableFuture<>();
            answer.whenComplete((page, thrown) -> inFlight--);
            if (refusing) {
                loop.schedule(
                        () -> answer.completeExceptionally(ApiExceptions.answered(Kind.KEY_REJECTED, 401, "refused")),
                        LATENCY);
            } else if (!silent) {
                loop.schedule(() -> answer.complete(page(query)), LATENCY);
            }
            return answer;
        }

        private SessionPage page(SessionQuery query) {
            int begin = query.after()
                    .map(date -> (int) Math.max(
                            0, Duration.between(NINE, date.plusMillis(1_000)).toSeconds()))
                    .orElse(0);
            int from = Math.min(sessions.size(), begin + query.offset());
            int to = Math.min(sessions.size(), from + query.limit());
            List<Entry> entries = List.copyOf(sessions.subList(from, to));
            return new SessionPage(entries, sessions.size() - begin);
        }
    }
}
