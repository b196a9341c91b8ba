package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Sessions;
import io.github.smartia.connect.paging.MalformedSessionException;
import io.github.smartia.connect.paging.Oddities;
import io.github.smartia.connect.paging.Oddities.Listed;
import io.github.smartia.connect.paging.Oddities.Oddity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrganisationReaderTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final ContentHash HASH = new KeyedContentHash("a secret");

    private final VirtualLoop loop = new VirtualLoop();
    private final BatchQueue queue = new BatchQueue(1_000, 1_000);
    private final RecordedReading told = new RecordedReading();

    @Test
    void malformedSessionEndsPublication() throws InterruptedException {
        Entry malformed = Sessions.malformed("b", NINE.plusMillis(2));
        read(List.of(completed("a", 1), malformed, completed("c", 3)), HASH);

        assertThat(queue.poll(Duration.ZERO))
                .singleElement()
                .satisfies(batch ->
                        assertThat(batch.entries()).extracting(Entry::toString).containsExactly("session a"));
        assertThatThrownBy(() -> queue.poll(Duration.ZERO))
                .isInstanceOf(StreamFailedException.class)
                .cause()
                .isInstanceOf(MalformedSessionException.class)
                .hasMessageContaining("b");
        assertThat(told.failures).isEqualTo(1);
    }

    @Test
    void sessionOfAnotherStatusIsNotPublished() throws InterruptedException {
        Session open = aSession().id("open").build();
        read(List.of(open), HASH);

        assertThat(queue.poll(Duration.ZERO)).isEmpty();
    }

    @Test
    void sessionListedTwiceIsPublishedOnce() throws InterruptedException {
        read(List.of(completed("a", 1), completed("a", 1)), HASH);

        assertThat(queue.poll(Duration.ZERO))
                .singleElement()
                .satisfies(batch -> assertThat(batch.entries()).hasSize(1));
    }

    @Test
    void unexpectedFailureReachesTheTask() {
        read(List.of(completed("a", 1)), new Overflowing());

        assertThatThrownBy(() -> queue.poll(Duration.ZERO))
                .hasMessageContaining("reading failed unexpectedly")
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void countedSessionsNeverShownAreReported() {
        read(query -> new SessionPage(List.of(), 5), HASH);

        assertThat(told.inconsistencies).isPositive();
        assertThat(told.failures).isZero();
    }

    @Test
    void readStreamHasNothingRemaining() {
        read(List.of(completed("a", 1)), HASH);

        assertThat(told.remaining).isNotEmpty().containsOnly(0L);
    }

    @Test
    void backlogIsCountedDown() {
        read(listing(Oddities.NONE), HASH);

        assertThat(told.remaining).startsWith(250L - 99).endsWith(0L).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void rejectedRequestsForTheNewestAreReplaced() throws InterruptedException {
        read(listing(Oddities.NONE.and(Oddity.REJECTS_DESCENDING)), HASH);

        assertThat(queue.poll(Duration.ZERO)).flatExtracting(Batch::entries).hasSize(250);
        assertThat(told.failures).isZero();
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
        read(query -> new SessionPage(answer, answer.size()), hash);
    }

    private void read(Function<SessionQuery, SessionPage> pages, ContentHash hash) {
        ReadSettings settings = TestReaders.settings(Duration.ofMinutes(10));
        TestReaders.start(TestReaders.responding(pages), settings, hash, loop, queue, told, Map.of());
        loop.pass(Duration.ofSeconds(30));
    }

    private static Session completed(String id, int millis) {
        return Sessions.completed(id, NINE.plusMillis(millis));
    }

    private static final class Overflowing implements ContentHash {

        @Override
        public long of(Entry entry) {
            throw new StackOverflowError();
        }

        @Override
        public String name() {
            return "none";
        }
    }
}
