package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Outbox outbox = new Outbox(3);

    @Test
    void givesOutAllThatIsThereInOrder() throws InterruptedException {
        outbox.add(delivery(1));
        outbox.add(delivery(2));

        assertThat(outbox.fetch(AT_ONCE)).containsExactly(delivery(1), delivery(2));
        assertThat(outbox.fetch(AT_ONCE)).isEmpty();
    }

    @Test
    void hasRoomUntilItHoldsItsCapacityInSessions() throws InterruptedException {
        outbox.add(delivery(2));
        assertThat(outbox.hasRoom("a-school")).isTrue();

        outbox.add(delivery(2));
        assertThat(outbox.hasRoom("a-school")).isFalse();

        outbox.fetch(AT_ONCE);
        assertThat(outbox.hasRoom("a-school")).isTrue();
    }

    @Test
    void holdsFewDeliveriesHoweverSmallSinceTheirOffsetsMayBeLarge() throws InterruptedException {
        Outbox large = new Outbox(1_000_000);
        int deliveries = 0;
        while (large.hasRoom("a-school")) {
            large.add(delivery(1));
            deliveries++;
        }

        assertThat(deliveries).isEqualTo(100);
        large.fetch(AT_ONCE);
        assertThat(large.hasRoom("a-school")).isTrue();
    }

    @Test
    void wakesWhoeverWaits() {
        CompletableFuture<List<Delivery>> fetched = CompletableFuture.supplyAsync(() -> fetch(Duration.ofMinutes(1)));

        outbox.add(delivery(1));

        assertThat(fetched).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(List.of(delivery(1)));
    }

    @Test
    void tellsOfTheFirstFailureOnceAllBeforeItWasFetched() throws InterruptedException {
        outbox.add(delivery(1));
        outbox.fail(failure("a-school", "first"));
        outbox.fail(failure("a-school", "second"));

        assertThat(outbox.hasRoom("a-school")).isFalse();
        assertThat(outbox.fetch(AT_ONCE)).containsExactly(delivery(1));
        assertThatThrownBy(() -> outbox.fetch(AT_ONCE)).hasMessageEndingWith("first");
        assertThat(outbox.fetch(AT_ONCE)).isEmpty();
    }

    @Test
    void tellsOfAFailureHoweverMuchOthersAdd() throws InterruptedException {
        outbox.fail(failure("a-school", "no more"));
        outbox.add(delivery("b-school", 1));

        assertThatThrownBy(() -> outbox.fetch(AT_ONCE)).hasMessageEndingWith("no more");
        assertThat(outbox.hasRoom("b-school")).isTrue();
        assertThat(outbox.fetch(AT_ONCE)).containsExactly(delivery("b-school", 1));
    }

    @Test
    void oneThatHasMuchLeavesRoomForOthers() throws InterruptedException {
        Outbox shared = new Outbox(10, 2);
        shared.add(delivery("a-school", 2));
        assertThat(shared.hasRoom("a-school")).isFalse();
        assertThat(shared.hasRoom("b-school")).isTrue();

        shared.fetch(AT_ONCE);
        assertThat(shared.hasRoom("a-school")).isTrue();
    }

    @Test
    void allTogetherFillItToItsCapacity() {
        Outbox shared = new Outbox(4, 2);
        shared.add(delivery("a-school", 2));
        shared.add(delivery("b-school", 2));

        assertThat(shared.hasRoom("c-school")).isFalse();
    }

    @Test
    void returnsEmptyHandedWhenPatienceEnds() {
        assertThat(CompletableFuture.supplyAsync(() -> fetch(Duration.ofMillis(20))))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(List.of());
    }

    private List<Delivery> fetch(Duration patience) {
        try {
            return outbox.fetch(patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StreamFailedException failure(String organisation, String message) {
        return new StreamFailedException(organisation, SessionStream.COMPLETED, new IllegalStateException(message));
    }

    private static Delivery delivery(int sessions) {
        return delivery("a-school", sessions);
    }

    private static Delivery delivery(String organisation, int sessions) {
        List<Entry> same = Collections.nCopies(sessions, aSession().build());
        StreamOffset after = StreamOffset.from(SessionStream.IN_PROGRESS, Instant.EPOCH);
        return new Delivery(organisation, SessionStream.IN_PROGRESS, same, Set.of(), Optional.empty(), after);
    }
}
