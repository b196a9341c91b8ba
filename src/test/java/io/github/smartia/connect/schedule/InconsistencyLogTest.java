package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.read.VirtualLoop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InconsistencyLogTest {

    private static final String WHAT = "the API counts 5 more sessions and shows none of them";

    private final VirtualLoop loop = new VirtualLoop();
    private final RecordedLog log = new RecordedLog();
    private final AtomicInteger heard = new AtomicInteger();
    private final InconsistencyLog inconsistencies = new InconsistencyLog(
            new SourcePartition("some-school", SessionStream.COMPLETED),
            loop::nanoTime,
            heard::incrementAndGet,
            log.logger());

    @Test
    void firstInconsistencyIsExplained() {
        inconsistencies.inconsistent(WHAT);

        assertThat(log.lines())
                .containsExactly(
                        "WARN Organisation some-school, stream completed: the API counts 5 more sessions and shows "
                                + "none of them. Reading continues past this place. Sessions that the API shows there "
                                + "within lookback.ms of their date are still published. If this continues, report it "
                                + "to the operators of the API.");
    }

    @Test
    void weekOfThemTakesFewLinesADay() {
        int minutes = 7 * 24 * 60;
        for (int minute = 0; minute < minutes; minute++) {
            inconsistencies.inconsistent(WHAT);
            inconsistencies.pollDone();
            loop.pass(Duration.ofMinutes(1));
        }
        assertThat(log.lines()).hasSizeBetween(7 * 24, 7 * 24 + 8);
        assertThat(heard).hasValue(minutes);

        inconsistencies.pollDone();
        inconsistencies.pollDone();

        assertThat(log.lines().get(log.lines().size() - 1))
                .isEqualTo("INFO Organisation some-school, stream completed: responses are consistent again, after"
                        + " 7 d 0 h.");
        assertThat(log.lines()).filteredOn(line -> line.startsWith("INFO")).hasSize(1);
    }

    @Test
    void withoutInconsistencyNothingIsLogged() {
        inconsistencies.pollDone();

        assertThat(log.lines()).isEmpty();
    }
}
