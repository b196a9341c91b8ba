package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several organisations that share a task, in virtual time. */
class SeatsTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(1);

    private final VirtualLoop loop = new VirtualLoop();
    private final Outbox outbox = new Outbox(2_000, 200);
    private final Map<String, List<String>> published = new HashMap<>();
    private final List<String> failed = new ArrayList<>();
    private int underWay;
    private int mostUnderWay;

    @Test
    void aBacklogDoesNotKeepBackWhoHasLittle() throws InterruptedException {
        Workplace place = place(1);
        Api big = new Api(50_000);
        read("big", big, place);
        read("small", new Api(10), place);

        pass(Duration.ofSeconds(4));

        assertThat(published.get("small")).hasSize(10);
        assertThat(published.get("big")).hasSizeBetween(1, 20_000);
    }

    @Test
    void whoMadeWayGoesOnWhereItWasWithoutAskingTwice() throws InterruptedException {
        Workplace place = place(1);
        List<Api> apis = List.of(new Api(20_000), new Api(20_000), new Api(20_000));
        for (int i = 0; i < apis.size(); i++) {
            read("school-" + i, apis.get(i), place);
        }

        pass(Duration.ofSeconds(60));

        int pages = 20_000 / 96;
        for (int i = 0; i < apis.size(); i++) {
            assertThat(published.get("school-" + i))
                    .containsExactlyElementsOf(apis.get(i).ids());
            assertThat(apis.get(i).requests).isLessThan(pages * 11 / 10);
        }
    }

    @Test
    void noMoreAreAskedForAtATimeThanThereAreSeats() throws InterruptedException {
        Workplace place = place(3);
        for (int i = 0; i < 50; i++) {
            read("school-" + i, new Api(1_000), place);
        }

        pass(Duration.ofSeconds(60));

        assertThat(published).hasSize(50);
        assertThat(published.values()).allSatisfy(ids -> assertThat(ids).hasSize(1_000));
        assertThat(mostUnderWay).isLessThanOrEqualTo(3 * 4);
    }

    @Test
    void aThousandThatHaveNothingNewAreAskedOnceInEachInterval() throws InterruptedException {
        Workplace place = place(16);
        List<Api> apis = IntStream.range(0, 1_000).mapToObj(i -> new Api(0)).toList();
        for (int i = 0; i < apis.size(); i++) {
            read("school-" + i, apis.get(i), place, Duration.ofMillis(60 * i + 1));
        }

        pass(POLL_INTERVAL.multipliedBy(3));
        int before = apis.stream().mapToInt(api -> api.requests).sum();
        mostUnderWay = 0;
        pass(POLL_INTERVAL);

        assertThat(apis.stream().mapToInt(api -> api.requests).sum() - before).isEqualTo(1_000);
        assertThat(mostUnderWay).as("spread over the interval").isLessThanOrEqualTo(3);
    }

    @Test
    void whoGetsNoAnswerMakesWayInTheEnd() throws InterruptedException {
        Workplace place = place(1);
        Api silent = new Api(10);
        silent.silent = true;
        read("silent", silent, place);
        read("other", new Api(10), place);

        pass(PATIENCE.plusSeconds(5));

        assertThat(published.get("other")).hasSize(10);
        assertThat(silent.requests).isEqualTo(1);
    }

    @Test
    void whoFailsLeavesItsSeatToTheNext() throws InterruptedException {
        Workplace place = place(1);
        Api refusing = new Api(10);
        refusing.refusing = true;
        read("refused", refusing, place);
        read("other", new Api(10), place);

        pass(Duration.ofSeconds(3));

        assertThat(failed).containsExactly("refused");
        assertThat(published).containsOnlyKeys("other");
        assertThat(refusing.requests).isEqualTo(1);
    }

    @Test
    void nothingIsLostWhileNobodyFetches() throws InterruptedException {
        Workplace place = place(2);
        List<Api> apis = IntStream.range(0, 10).mapToObj(i -> new Api(3_000)).toList();
        for (int i = 0; i < apis.size(); i++) {
            read("school-" + i, apis.get(i), place);
        }
        loop.pass(Duration.ofSeconds(30));
        int before = apis.stream().mapToInt(api -> api.requests).sum();
        loop.pass(Duration.ofMinutes(10));
        assertThat(apis.stream().mapToInt(api -> api.requests).sum())
                .as("what there is no room for is not asked for over and over")
                .isLessThan(before + 20);

        pass(Duration.ofSeconds(60));

        for (int i = 0; i < apis.size(); i++) {
            assertThat(published.get("school-" + i))
                    .containsExactlyElementsOf(apis.get(i).ids());
        }
    }

    private Workplace place(int seats) {
        return new Workplace(loop, outbox, new Seats(seats, PATIENCE, loop));
    }

    private void read(String organisation, SessionsApi api, Workplace place) {
        read(organisation, api, place, POLL_INTERVAL);
    }

    private void read(String organisation, SessionsApi api, Workplace place, Duration first) {
        seats = place.seats();
        ReadSettings settings = new ReadSettings(
                List.of(SessionStream.COMPLETED),
                Optional.empty(),
                POLL_INTERVAL,
                Duration.ofSeconds(1),
                100,
                4,
                true,
                true,
                false);
        KeyedContentHash hash = new KeyedContentHash("key");
        new OrganisationReader(organisation, api, settings, hash, Map.of(), place, ReadingListener.NONE).start(first);
    }

    private Seats seats = Seats.forOne(loop);

    /** Lets time pass while somebody fetches what there is. */
    private void pass(Duration time) throws InterruptedException {
        for (long millis = 0; millis < time.toMillis(); millis += 50) {
            loop.pass(Duration.ofMillis(50));
            try {
                outbox.fetch(Duration.ZERO).forEach(this::publish);
            } catch (StreamFailedException e) {
                failed.add(e.organisation());
            }
            seats.readOn();
        }
    }

    private void publish(Delivery delivery) {
        List<String> ids = published.computeIfAbsent(delivery.organisation(), name -> new ArrayList<>());
        delivery.entries().forEach(entry -> ids.add(((Session) entry).sessionId()));
    }

    /** Completed sessions, a second apart. */
    private final class Api implements SessionsApi {

        private final List<Session> sessions;
        private boolean silent;
        private boolean refusing;
        private int requests;

        Api(int count) {
            sessions = IntStream.range(0, count)
                    .mapToObj(i -> aSession()
                            .id("session-%06d".formatted(i))
                            .completedAt(NINE.plusSeconds(i).toString())
                            .build())
                    .toList();
        }

        List<String> ids() {
            return sessions.stream().map(Session::sessionId).toList();
        }

        @Override
        public CompletableFuture<SessionPage> fetch(SessionQuery query) {
            requests++;
            underWay++;
            mostUnderWay = Math.max(mostUnderWay, underWay);
            CompletableFuture<SessionPage> answer = new CompletableFuture<>();
            answer.whenComplete((page, thrown) -> underWay--);
            if (refusing) {
                loop.schedule(
                        () -> answer.completeExceptionally(ApiExceptions.answered(Kind.KEY_REFUSED, 401, "refused")),
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

        @Override
        public void close() {}
    }
}
