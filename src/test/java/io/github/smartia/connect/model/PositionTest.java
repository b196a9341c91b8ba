package io.github.smartia.connect.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    @Test
    void positionsAreOrderedByDateThenBySession() {
        assertThat(new Position(NINE, "z")).isLessThan(new Position(NINE.plusMillis(1), "a"));
        assertThat(new Position(NINE, "a")).isLessThan(new Position(NINE, "b"));
        assertThat(new Position(NINE, "a")).isEqualByComparingTo(new Position(NINE, "a"));
    }

    @Test
    void startOfADateIsBeforeItsSessions() {
        assertThat(Position.startOf(NINE))
                .isLessThan(new Position(NINE, "0"))
                .isGreaterThan(new Position(NINE.minusMillis(1), "z"));
    }
}
