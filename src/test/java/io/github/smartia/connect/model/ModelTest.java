package io.github.smartia.connect.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T09:00:00Z, 2026-01-06T09:00:00.000Z",
        "2026-01-06T09:00:00.1Z, 2026-01-06T09:00:00.100Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z"
    })
    void datesAlwaysShowThreeDigitsOfMilliseconds(Instant date, String text) {
        assertThat(ApiDates.format(date)).isEqualTo(text);
    }

    @Test
    void positionsAreOrderedByDateThenBySession() {
        assertThat(new Position(NINE, "z")).isLessThan(new Position(NINE.plusMillis(1), "a"));
        assertThat(new Position(NINE, "a")).isLessThan(new Position(NINE, "b"));
        assertThat(new Position(NINE, "a")).isEqualByComparingTo(new Position(NINE, "a"));
        assertThat(Position.startOf(NINE))
                .isLessThan(new Position(NINE, "0"))
                .isGreaterThan(new Position(NINE.minusMillis(1), "z"));
    }

    @Test
    void streamsAreNamedAsInTheSettings() {
        assertThat(SessionStream.named("completed")).contains(SessionStream.COMPLETED);
        assertThat(SessionStream.named("in-progress")).contains(SessionStream.IN_PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Completed", "COMPLETED", "in_progress", " completed"})
    void otherSpellingsNameNoStream(String name) {
        assertThat(SessionStream.named(name)).isEmpty();
    }

    @Test
    void nothingAboutAPupilShowsInText() {
        Session session = Sessions.aFullSession().build();

        assertThat(session).hasToString("session " + session.sessionId());
        assertThat(session.user()).hasToString("user");
        assertThat(session.result().orElseThrow()).hasToString("result");
    }
}
