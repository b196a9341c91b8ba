package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchQueueTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final BatchQueue queue = new BatchQueue(3, 3);

    @Test
    void batchesAreTakenInOrder() throws InterruptedException {
        queue.add(batch(1));
        queue.add(batch(2));

        assertThat(queue.poll(AT_ONCE)).containsExactly(batch(1), batch(2));
        assertThat(queue.poll(AT_ONCE)).isEmpty();
    }

    @Test
    void queueHasRoomUpToItsCapacity() throws InterruptedException {
        queue.add(batch(2));
        assertThat(queue.hasRoom("a-school")).isTrue();

        queue.add(batch(2));
        assertThat(queue.hasRoom("a-school")).isFalse();

        queue.poll(AT_ONCE);
        assertThat(queue.hasRoom("a-school")).isTrue();
    }

    @Test
    void numberOfSmallBatchesIsLimited() throws InterruptedException {
        BatchQueue large = new BatchQueue(1_000_000, 1_000_000);
        int batches = 0;
        while (large.hasRoom("a-school")) {
            large.add(batch(1));
            batches++;
        }

        assertThat(batches).isEqualTo(40);
        large.poll(AT_ONCE);
        assertThat(large.hasRoom("a-school")).isTrue();
    }

    @Test
    void addedBatchEndsTheWait() {
        CompletableFuture<List<Batch>> polled = CompletableFuture.supplyAsync(() -> poll(Duration.ofMinutes(1)));

        queue.add(batch(1));

        assertThat(polled).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(List.of(batch(1)));
    }

    @Test
    void failureFollowsEarlierBatches() throws InterruptedException {
        queue.add(batch(1));
        queue.fail(failure("a-school", "first"));
        queue.fail(failure("a-school", "second"));

        assertThat(queue.hasRoom("a-school")).isFalse();
        assertThat(queue.poll(AT_ONCE)).containsExactly(batch(1));
        assertThatThrownBy(() -> queue.poll(AT_ONCE)).hasMessageEndingWith("first");
        assertThat(queue.poll(AT_ONCE)).isEmpty();
    }

    @Test
    void failureIsReportedWhileOthersAdd() throws InterruptedException {
        queue.fail(failure("a-school", "no more"));
        queue.add(batch("b-school", 1));

        assertThatThrownBy(() -> queue.poll(AT_ONCE)).hasMessageEndingWith("no more");
        assertThat(queue.hasRoom("b-school")).isTrue();
        assertThat(queue.poll(AT_ONCE)).containsExactly(batch("b-school", 1));
    }

    @Test
    void fullShareLeavesRoomForOthers() throws InterruptedException {
        BatchQueue shared = new BatchQueue(10, 2);
        shared.add(batch("a-school", 2));
        assertThat(shared.hasRoom("a-school")).isFalse();
        assertThat(shared.hasRoom("b-school")).isTrue();

        shared.poll(AT_ONCE);
        assertThat(shared.hasRoom("a-school")).isTrue();
    }

    @Test
    void allOrganisationsFillTheQueue() {
        BatchQueue shared = new BatchQueue(4, 2);
        shared.add(batch("a-school", 2));
        shared.add(batch("b-school", 2));

        assertThat(shared.hasRoom("c-school")).isFalse();
    }

    @Test
    void pollReturnsNothingAfterItsTimeout() {
        assertThat(CompletableFuture.supplyAsync(() -> poll(Duration.ofMillis(20))))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(List.of());
    }

    private List<Batch> poll(Duration patience) {
        try {
            return queue.poll(patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StreamFailedException failure(String organisation, String message) {
        return new StreamFailedException(organisation, SessionStream.COMPLETED, new IllegalStateException(message));
    }

    private static Batch batch(int sessions) {
        return batch("a-school", sessions);
    }

    private static Batch batch(String organisation, int sessions) {
        List<Entry> same = Collections.nCopies(sessions, aSession().build());
        StreamOffset after = StreamOffset.from(SessionStream.IN_PROGRESS, Instant.EPOCH);
        return new Batch(
                organisation,
                SessionStream.IN_PROGRESS,
                same,
                Set.of(),
                Optional.empty(),
                after,
                TestBatches.progress(sessions));
    }
}
