package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdleProbeTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final SessionQuery PAGE = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 10);

    @Test
    void looksByTurnsAtTheEndAndAtEachPage() {
        List<Integer> offsets = Stream.iterate(new IdleProbe(NINE, 25, 10, 0), IdleProbe::next)
                .limit(8)
                .map(probe -> probe.query(PAGE).offset())
                .toList();

        assertThat(offsets).containsExactly(20, 0, 20, 10, 20, 20, 20, 0);
    }

    @Test
    void leavesNoSessionOutWhereTheApiGivesSmallerPagesThanAskedFor() {
        List<Integer> offsets = Stream.iterate(new IdleProbe(NINE, 25, 5, 1), IdleProbe::next)
                .limit(9)
                .map(probe -> probe.query(PAGE).offset())
                .toList();

        assertThat(offsets).contains(0, 5, 10, 15, 20);
    }

    @Test
    void asksFromWhereTheSweepBegan() {
        assertThat(new IdleProbe(NINE, 25, 10, 0).query(PAGE).after()).contains(NINE.minusMillis(1));
        assertThat(new IdleProbe(Instant.MIN, 25, 10, 0).query(PAGE).after()).isEmpty();
    }

    @Test
    void isOfUseOnlyWhereASweepCostsMoreThanOneRequest() {
        assertThat(new IdleProbe(NINE, 9, 10, 0).savesRequests()).isFalse();
        assertThat(new IdleProbe(NINE, 10, 10, 0).savesRequests()).isTrue();
    }

    @Test
    void comparesCounts() {
        IdleProbe probe = new IdleProbe(NINE, 25, 10, 0);

        assertThat(probe.countsTheSame(counting(25))).isTrue();
        assertThat(probe.countsTheSame(counting(24))).isFalse();
        assertThat(probe.countsTheSame(counting(26))).isFalse();
    }

    private static SessionPage counting(long total) {
        return new SessionPage(List.of(), total);
    }
}
