package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Sessions;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.paging.MalformedSessionException;
import io.github.smartia.connect.read.ReadSettings.Extra;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Malformed sessions that are published as dead letters: each content once, whatever it lacks. */
class DeadLettersTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private final List<Entry> shown = new ArrayList<>();
    private VirtualLoop loop = new VirtualLoop();
    private BatchQueue queue = new BatchQueue(100, 100);
    private final Map<SessionStream, StreamOffset> stored = new HashMap<>();

    @BeforeEach
    void start() {
        start(100);
    }

    @Test
    void deadLettersComeInOrderAmongSessions() {
        shown.addAll(List.of(completed("a", 1), malformed("b", 2, "{}"), completed("c", 3)));

        assertThat(publishedEntries())
                .extracting(Object::toString)
                .containsExactly("session a", "session b: user is missing", "session c");
    }

    @Test
    void undatedDeadLetterComesWithItsNeighbour() {
        shown.addAll(List.of(completed("a", 1), undated("x", "{}"), completed("c", 3)));

        assertThat(publishedEntries()).containsExactlyElementsOf(shown);
    }

    @Test
    void unidentifiedContentIsPublishedOnce() {
        shown.addAll(List.of(undated("{}"), completed("a", 1), undated("[1]"), undated("{}"), completed("c", 3)));

        assertThat(publishedEntries()).hasSize(4).contains(undated("{}"), undated("[1]"));
        assertNothingMoreComes();
    }

    @Test
    void sessionsSharingAMalformedIdAreDistinguished() {
        shown.addAll(List.of(malformed("undefined", 1, "{}"), malformed("undefined", 2, "[]")));

        assertThat(publishedEntries()).hasSize(2);
        assertNothingMoreComes();
    }

    @Test
    void changedOrRepairedDeadLetterIsPublished() {
        shown.add(malformed("a", 1, "{}"));
        publishedEntries();

        shown.set(0, malformed("a", 1, "[]"));
        assertThat(publishedEntries()).containsExactly(malformed("a", 1, "[]"));

        shown.set(0, completed("a", 1));
        assertThat(publishedEntries()).containsExactly(completed("a", 1));
    }

    @Test
    void temporarilyMalformedSessionIsNotRepeated() {
        shown.add(completed("a", 1));
        publishedEntries();

        shown.set(0, malformed("a", 1, "{}"));
        assertThat(publishedEntries()).hasSize(1);

        shown.set(0, completed("a", 1));
        assertNothingMoreComes();
    }

    @Test
    void undatedStreamContinuesFromItsOffset() {
        shown.add(undated("{}"));

        assertThat(publishedEntries()).hasSize(1);
        assertThat(stored.get(SessionStream.COMPLETED).toMap()).containsEntry("endDate", "1970-01-01T00:00:00.000Z");
        start();
        assertNothingMoreComes();
    }

    @Test
    void offsetShowsNoPersonalData() {
        shown.add(malformed("Zoë Müller", 1, "{}"));
        publishedEntries();

        assertThat(stored.get(SessionStream.COMPLETED).toMap()).containsEntry("sessionId", "");
        assertThat(stored.get(SessionStream.COMPLETED).position().date()).isEqualTo(NINE.plusMillis(1));
    }

    @Test
    void undatedSessionIsRememberedAfterARestart() {
        shown.addAll(List.of(undated("{}"), completed("a", 1)));
        publishedEntries();

        for (int hour = 1; hour < 5; hour++) {
            shown.add(completed("h" + hour, hour * 3_600_000));
            assertThat(publishedEntries()).hasSize(1);
        }

        start();
        assertNothingMoreComes();
    }

    @Test
    void undatedSessionDoesNotBlockPagesOfOne() {
        shown.addAll(List.of(undated("{}"), completed("a", 1), completed("b", 2)));
        start(1);

        assertThat(publishedEntries()).hasSize(3);
        assertNothingMoreComes();
    }

    @Test
    void undatedPageStopsTheStreamNamingTheFirst() {
        for (int i = 0; i < 101; i++) {
            shown.add(undated("s" + i, "{}"));
        }

        assertThatThrownBy(this::publishedEntries)
                .isInstanceOf(StreamFailedException.class)
                .hasMessageContaining("stream completed")
                .cause()
                .isInstanceOf(MalformedSessionException.class)
                .hasMessageContaining("endDate")
                .hasMessageContaining("session s0");
    }

    private void assertNothingMoreComes() {
        for (int poll = 0; poll < 5; poll++) {
            assertThat(publishedEntries()).as("poll %d", poll).isEmpty();
        }
    }

    private List<Entry> publishedEntries() {
        loop.pass(Duration.ofMinutes(2));
        try {
            List<Batch> deliveries = queue.poll(Duration.ZERO);
            deliveries.forEach(batch -> stored.put(
                    batch.stream(),
                    StreamOffset.fromMap(batch.stream(), batch.after().toMap())));
            return deliveries.stream()
                    .flatMap(batch -> batch.entries().stream())
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(int pageSize) {
        loop = new VirtualLoop();
        queue = new BatchQueue(100, 100);
        ReadSettings settings = TestReaders.settings(
                Optional.empty(), Duration.ofMinutes(10), pageSize, Extra.TOMBSTONES, Extra.DEAD_LETTERS);
        SessionsApi api = TestReaders.responding(query -> TestReaders.page(shown, query));
        KeyedContentHash hash = new KeyedContentHash("a secret");
        TestReaders.start(api, settings, hash, loop, queue, ReadListener.NONE, Map.copyOf(stored));
    }

    private static Entry completed(String id, int millis) {
        return Sessions.completed(id, NINE.plusMillis(millis));
    }

    private static Entry malformed(String id, int millis, String json) {
        return malformed(Optional.of(id), Optional.of(NINE.plusMillis(millis)), json);
    }

    private static Entry undated(String id, String json) {
        return malformed(Optional.of(id), Optional.empty(), json);
    }

    private static Entry undated(String json) {
        return malformed(Optional.empty(), Optional.empty(), json);
    }

    private static Entry malformed(Optional<String> id, Optional<Instant> end, String json) {
        return new MalformedSession(id, Optional.empty(), end, "user", "is missing", json);
    }
}
