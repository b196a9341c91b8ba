package io.github.smartia.connect.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.VirtualTime;
import io.github.smartia.connect.logging.FaultLog.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultLogTest {

    private final VirtualTime time = new VirtualTime();
    private final FaultLog faults = new FaultLog(time::nanoTime);

    @Test
    void firstFaultAndItsRecoveryAreLoggedOnce() {
        assertThat(faults.over()).isEmpty();
        assertThat(faults.fault("usual")).contains(new Line(1, Duration.ZERO, 0));
        time.pass(Duration.ofSeconds(5));

        assertThat(faults.over()).contains(new Line(1, Duration.ofSeconds(5), 0));
        assertThat(faults.over()).isEmpty();
    }

    @Test
    void whileItLastsLinesGetRarerDownToOneAnHour() {
        List<Long> minutes = new ArrayList<>();
        for (int minute = 0; minute <= 300; minute++) {
            if (faults.fault("usual").isPresent()) {
                minutes.add((long) minute);
            }
            time.pass(Duration.ofMinutes(1));
        }

        assertThat(minutes).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L);
    }

    @Test
    void lineCountsAllFaultsInARow() {
        faults.fault("usual");
        time.pass(Duration.ofSeconds(30));
        assertThat(faults.fault("usual")).isEmpty();
        time.pass(Duration.ofSeconds(30));

        assertThat(faults.fault("usual")).contains(new Line(3, Duration.ofMinutes(1), 0));
    }

    @Test
    void faultThatComesAndGoesIsNotLoggedEachTime() {
        assertThat(failFor(Duration.ofSeconds(1))).isPresent();
        time.pass(Duration.ofSeconds(29));
        assertThat(failFor(Duration.ofSeconds(1))).isEmpty();
        time.pass(Duration.ofSeconds(29));

        assertThat(faults.fault("usual")).contains(new Line(1, Duration.ZERO, 1));
    }

    @Test
    void faultThatReturnsSoonIsLoggedOnceItLasts() {
        failFor(Duration.ofMinutes(130));
        time.pass(Duration.ofMinutes(5));

        assertThat(faults.fault("usual")).isEmpty();
        time.pass(Duration.ofMinutes(1));
        assertThat(faults.fault("usual")).contains(new Line(2, Duration.ofMinutes(1), 0));
    }

    @Test
    void afterACalmAFaultIsLoggedAtOnce() {
        failFor(Duration.ofHours(3));
        time.pass(Duration.ofMinutes(10));

        assertThat(faults.fault("usual")).contains(new Line(1, Duration.ZERO, 0));
    }

    @Test
    void faultOfAnotherKindIsLoggedOnce() {
        faults.fault("usual");
        time.pass(Duration.ofSeconds(1));

        assertThat(faults.fault("other")).contains(new Line(2, Duration.ofSeconds(1), 0));
        assertThat(faults.fault("other")).isEmpty();
        assertThat(faults.fault("usual")).isEmpty();
        faults.over();
        assertThat(faults.fault("other")).isEmpty();
    }

    @Test
    void manyKindsOfFaultsAreLoggedRarely() {
        long logged = IntStream.range(0, 1_000)
                .filter(number -> faults.fault("kind " + number).isPresent())
                .count();

        assertThat(logged).isEqualTo(20);
    }

    @Test
    void afterACalmEachKindIsLoggedAgain() {
        faults.fault("usual");
        faults.fault("other");
        faults.over();
        time.pass(Duration.ofMinutes(10));
        faults.fault("usual");

        assertThat(faults.fault("other")).isPresent();
    }

    /** Fails each second; the first line. */
    private Optional<Line> failFor(Duration lasting) {
        Optional<Line> first = faults.fault("usual");
        for (int second = 1; second < lasting.toSeconds(); second++) {
            time.pass(Duration.ofSeconds(1));
            faults.fault("usual");
        }
        time.pass(Duration.ofSeconds(1));
        faults.over();
        return first;
    }
}
