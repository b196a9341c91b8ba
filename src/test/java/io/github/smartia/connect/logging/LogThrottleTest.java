package io.github.smartia.connect.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.VirtualTime;
import io.github.smartia.connect.logging.LogThrottle.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogThrottleTest {

    private final VirtualTime time = new VirtualTime();
    private final LogThrottle outage = new LogThrottle(time::nanoTime);

    @Test
    void theFirstFaultIsTold() {
        assertThat(outage.fault("usual")).contains(new Line(1, Duration.ZERO, 0));
    }

    @Test
    void theEndIsToldOnce() {
        outage.fault("usual");
        time.pass(Duration.ofSeconds(5));

        assertThat(outage.over()).contains(new Line(1, Duration.ofSeconds(5), 0));
        assertThat(outage.over()).isEmpty();
    }

    @Test
    void whereNothingHappenedThereIsNoEnd() {
        assertThat(outage.over()).isEmpty();
    }

    @Test
    void asLongAsItLastsItIsToldEverMoreRarelyYetOnceAnHour() {
        List<Long> minutes = new ArrayList<>();
        for (int minute = 0; minute <= 300; minute++) {
            if (outage.fault("usual").isPresent()) {
                minutes.add((long) minute);
            }
            time.pass(Duration.ofMinutes(1));
        }

        assertThat(minutes).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L);
    }

    @Test
    void aLineCountsAllFaultsInARow() {
        outage.fault("usual");
        time.pass(Duration.ofSeconds(30));
        assertThat(outage.fault("usual")).isEmpty();
        time.pass(Duration.ofSeconds(30));

        assertThat(outage.fault("usual")).contains(new Line(3, Duration.ofMinutes(1), 0));
    }

    @Test
    void whatComesAndGoesIsNotToldEachTime() {
        assertThat(failFor(Duration.ofSeconds(1))).isPresent();
        time.pass(Duration.ofSeconds(29));
        assertThat(failFor(Duration.ofSeconds(1))).isEmpty();
        time.pass(Duration.ofSeconds(29));

        assertThat(outage.fault("usual")).contains(new Line(1, Duration.ZERO, 1));
    }

    @Test
    void whatComesAgainSoonIsToldOnceItLasts() {
        failFor(Duration.ofMinutes(130));
        time.pass(Duration.ofMinutes(5));

        assertThat(outage.fault("usual")).isEmpty();
        time.pass(Duration.ofMinutes(1));
        assertThat(outage.fault("usual")).contains(new Line(2, Duration.ofMinutes(1), 0));
    }

    @Test
    void afterACalmAFaultIsNewsAgain() {
        failFor(Duration.ofHours(3));
        time.pass(Duration.ofMinutes(10));

        assertThat(outage.fault("usual")).contains(new Line(1, Duration.ZERO, 0));
    }

    @Test
    void aFaultOfAnotherKindIsToldAtOnceAndOnce() {
        outage.fault("usual");
        time.pass(Duration.ofSeconds(1));

        assertThat(outage.fault("other")).contains(new Line(2, Duration.ofSeconds(1), 0));
        assertThat(outage.fault("other")).isEmpty();
        assertThat(outage.fault("usual")).isEmpty();
        outage.over();
        assertThat(outage.fault("other")).isEmpty();
    }

    @Test
    void faultsOfEverDifferentKindsAreToldRarelyToo() {
        long told = IntStream.range(0, 1_000)
                .filter(number -> outage.fault("kind " + number).isPresent())
                .count();

        assertThat(told).isEqualTo(20);
    }

    @Test
    void eachKindIsNewsAgainAfterACalm() {
        outage.fault("usual");
        outage.fault("other");
        outage.over();
        time.pass(Duration.ofMinutes(10));
        outage.fault("usual");

        assertThat(outage.fault("other")).isPresent();
    }

    /** Fails each second; the first line. */
    private Optional<Line> failFor(Duration lasting) {
        Optional<Line> first = outage.fault("usual");
        for (int second = 1; second < lasting.toSeconds(); second++) {
            time.pass(Duration.ofSeconds(1));
            outage.fault("usual");
        }
        time.pass(Duration.ofSeconds(1));
        outage.over();
        return first;
    }
}
