package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static io.github.smartia.connect.model.Sessions.bareUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.paging.MalformedSessionException;
import io.github.smartia.connect.read.ReadSettings.Extra;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OrganisationReaderTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private final VirtualLoop loop = new VirtualLoop();
    private final BatchQueue queue = new BatchQueue(100, 100);
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

    /** Reads completed sessions from an API that sends the same response to every request. */
    private void read(List<Entry> answer, ContentHash hash) {
        read(answer, hash, SessionStream.COMPLETED);
    }

    private void read(List<Entry> answer, ContentHash hash, SessionStream... streams) {
        ReadSettings settings = new ReadSettings(
                List.of(streams),
                Optional.empty(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                100,
                4,
                Set.of(Extra.TOMBSTONES));
        TestReaders.start(apiThatAnswers(answer), settings, hash, loop, queue, told);
        loop.pass(Duration.ofSeconds(30));
    }

    private static SessionsApi apiThatAnswers(List<Entry> entries) {
        return new SessionsApi() {
            @Override
            public CompletableFuture<SessionPage> fetch(SessionQuery query) {
                return CompletableFuture.completedFuture(new SessionPage(entries, entries.size()));
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
