package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Entry;
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
        assertThat(outbox.hasRoom()).isTrue();

        outbox.add(delivery(2));
        assertThat(outbox.hasRoom()).isFalse();

        outbox.fetch(AT_ONCE);
        assertThat(outbox.hasRoom()).isTrue();
    }

    @Test
    void holdsFewDeliveriesHoweverSmallSinceTheirOffsetsMayBeLarge() throws InterruptedException {
        Outbox large = new Outbox(1_000_000);
        int deliveries = 0;
        while (large.hasRoom()) {
            large.add(delivery(1));
            deliveries++;
        }

        assertThat(deliveries).isEqualTo(100);
        large.fetch(AT_ONCE);
        assertThat(large.hasRoom()).isTrue();
    }

    @Test
    void wakesWhoeverWaits() {
        CompletableFuture<List<Delivery>> fetched = CompletableFuture.supplyAsync(() -> fetch(Duration.ofMinutes(1)));

        outbox.add(delivery(1));

        assertThat(fetched).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(List.of(delivery(1)));
    }

    @Test
    void tellsOfAFailureOnceAllBeforeItWasFetched() throws InterruptedException {
        outbox.add(delivery(1));
        outbox.fail(new IllegalStateException("first"));
        outbox.fail(new IllegalStateException("second"));

        assertThat(outbox.hasRoom()).isFalse();
        assertThat(outbox.fetch(AT_ONCE)).containsExactly(delivery(1));
        assertThatThrownBy(() -> outbox.fetch(AT_ONCE)).hasMessage("first");
        assertThatThrownBy(() -> outbox.fetch(AT_ONCE)).hasMessage("first");
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

    private static Delivery delivery(int sessions) {
        List<Entry> same = Collections.nCopies(sessions, aSession().build());
        StreamOffset after = StreamOffset.from(Stream.IN_PROGRESS, Instant.EPOCH);
        return new Delivery(Stream.IN_PROGRESS, same, Set.of(), Optional.empty(), after);
    }
}
