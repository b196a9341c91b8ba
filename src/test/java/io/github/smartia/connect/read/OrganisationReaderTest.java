package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static io.github.smartia.connect.model.Sessions.bareUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.paging.MalformedSessionException;
import io.github.smartia.connect.paging.Oddities;
import io.github.smartia.connect.paging.Oddities.Listed;
import io.github.smartia.connect.paging.Oddities.Oddity;
import io.github.smartia.connect.read.ReadSettings.Extra;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrganisationReaderTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private final VirtualLoop loop = new VirtualLoop();
    private final BatchQueue queue = new BatchQueue(1_000, 1_000);
    private final RecordedReading told = new RecordedReading();

    @Test
    void malformedSessionEndsPublication() throws InterruptedException {
        Entry malformed = new MalformedSession(
                Optional.of("b"), Optional.empty(), Optional.of(NINE.plusMillis(2)), "user", "is missing", "{}");
        read(List.of(completed("a", 1), malformed, completed("c", 3)), hashOfNothing());

        assertThat(queue.poll(Duration.ZERO))
                .singleElement()
                .satisfies(batch ->
                        assertThat(batch.entries()).extracting(Entry::toString).containsExactly("session a"));
        assertThatThrownBy(() -> queue.poll(Duration.ZERO))
                .isInstanceOf(StreamFailedException.class)
                .cause()
                .isInstanceOf(MalformedSessionException.class)
                .hasMessageContaining("b");
        assertThat(told.failures()).isEqualTo(1);
    }

    @Test
    void sessionOfAnotherStatusIsNotPublished() throws InterruptedException {
        Session open = aSession().id("open").build();
        read(List.of(open), hashOfNothing());

        assertThat(queue.poll(Duration.ZERO)).isEmpty();
    }

    @Test
    void sessionListedTwiceIsPublishedOnce() throws InterruptedException {
        read(List.of(completed("a", 1), completed("a", 1)), hashOfNothing());

        assertThat(queue.poll(Duration.ZERO))
                .singleElement()
                .satisfies(batch -> assertThat(batch.entries()).hasSize(1));
    }

    @Test
    void unexpectedFailureReachesTheTask() {
        read(List.of(completed("a", 1)), hashThatThrows(new StackOverflowError()));

        assertThatThrownBy(() -> queue.poll(Duration.ZERO))
                .hasMessageContaining("reading failed unexpectedly")
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void countedSessionsNeverShownAreReported() {
        read(query -> new SessionPage(List.of(), 5), SessionStream.COMPLETED);

        assertThat(told.inconsistencies()).isPositive();
        assertThat(told.failures()).isZero();
    }

    @Test
    void readStreamHasNothingRemaining() {
        read(List.of(completed("a", 1)), hashOfNothing());

        assertThat(told.remaining()).isNotEmpty().containsOnly(0L);
    }

    @Test
    void backlogIsCountedDown() {
        read(listing(Oddities.NONE), SessionStream.COMPLETED);

        assertThat(told.remaining()).startsWith(250L - 99).endsWith(0L).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void rejectedRequestsForTheNewestAreReplaced() throws InterruptedException {
        read(listing(Oddities.NONE.and(Oddity.REJECTS_DESCENDING)), SessionStream.COMPLETED);

        assertThat(queue.poll(Duration.ZERO)).flatExtracting(Batch::entries).hasSize(250);
        assertThat(told.failures()).isZero();
    }

    /** An API with 250 completed sessions, a second apart. */
    private static Function<SessionQuery, SessionPage> listing(Oddities oddities) {
        List<Listed> sessions = IntStream.range(0, 250)
                .mapToObj(i -> completed("%03d".formatted(i), i * 1_000))
                .map(session -> new Listed(session.endDate().orElseThrow(), session.sessionId(), () -> session))
                .toList();
        return query -> {
            if (oddities.rejects(query)) {
                throw ApiExceptions.answered(Kind.REQUEST_REJECTED, 400, "rejected");
            }
            return oddities.page(sessions, query, new Random(1), Optional.empty());
        };
    }

    /** Reads completed sessions from an API that sends the same response to every request. */
    private void read(List<Entry> answer, ContentHash hash) {
        read(query -> new SessionPage(answer, answer.size()), hash, SessionStream.COMPLETED);
    }

    private void read(Function<SessionQuery, SessionPage> api, SessionStream stream) {
        read(api, hashOfNothing(), stream);
    }

    private void read(Function<SessionQuery, SessionPage> api, ContentHash hash, SessionStream stream) {
        ReadSettings settings = new ReadSettings(
                List.of(stream),
                Optional.empty(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                100,
                4,
                Set.of(Extra.TOMBSTONES));
        TestReaders.start(answering(api), settings, hash, loop, queue, told);
        loop.pass(Duration.ofSeconds(30));
    }

    private static SessionsApi answering(Function<SessionQuery, SessionPage> api) {
        return new SessionsApi() {
            @Override
            public CompletableFuture<SessionPage> fetch(SessionQuery query) {
                try {
                    return CompletableFuture.completedFuture(api.apply(query));
                } catch (ApiException e) {
                    return CompletableFuture.failedFuture(e);
                }
            }

            @Override
            public void close() {}
        };
    }

    private static Session completed(String id, int millis) {
        return new Session(
                id,
                NINE,
                Optional.of(NINE.plusMillis(millis)),
                Status.COMPLETED,
                bareUser(),
                aSession().build().test(),
                Optional.empty(),
                Map.of());
    }

    private static ContentHash hashOfNothing() {
        return hash(() -> {});
    }

    private static ContentHash hashThatThrows(Error error) {
        return hash(() -> {
            throw error;
        });
    }

    private static ContentHash hash(Runnable before) {
        return new ContentHash() {
            @Override
            public long of(Entry entry) {
                before.run();
                return 0;
            }

            @Override
            public String name() {
                return "same";
            }
        };
    }
}
