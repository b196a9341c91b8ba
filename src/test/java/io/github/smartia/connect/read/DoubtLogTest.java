package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.InconsistentResponsesException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoubtLogTest {

    private final VirtualLoop loop = new VirtualLoop();
    private final RecordedLog log = new RecordedLog();
    private final DoubtLog doubts = new DoubtLog("some-school", SessionStream.COMPLETED, loop::nanoTime, log.logger());

    @Test
    void theFirstDoubtSaysWhatAndWhereAndWhatIsDoneAndWhatToDo() {
        doubts.doubted(new InconsistentResponsesException("pages contradict each other"));

        assertThat(log.lines())
                .containsExactly("WARN Organisation some-school, stream completed: pages contradict each other. Nothing"
                        + " from that date on is published before this is over, and nothing is lost: reading begins"
                        + " again there with the next poll. If this goes on, report it to those who run the API.");
    }

    @Test
    void aWeekOfDoubtTakesSomeDozenLinesADayAndOneForItsEnd() {
        for (int minute = 0; minute < 7 * 24 * 60; minute++) {
            doubts.doubted(new InconsistentResponsesException("pages contradict each other"));
            loop.pass(Duration.ofMinutes(1));
        }
        assertThat(log.lines()).hasSizeBetween(7 * 24, 7 * 24 + 8);
        assertThat(log.lines().get(100)).contains("doubt ", " in a row, for 3 d ");

        doubts.readToTheEnd();
        doubts.readToTheEnd();

        assertThat(log.lines().get(log.lines().size() - 1))
                .isEqualTo("INFO Organisation some-school, stream completed: answers agree again, after 7 d 0 h."
                        + " Reading goes on; nothing was lost.");
        assertThat(log.lines()).filteredOn(line -> line.startsWith("INFO")).hasSize(1);
    }

    @Test
    void whereNothingWasDoubtedNothingIsTold() {
        doubts.readToTheEnd();

        assertThat(log.lines()).isEmpty();
    }
}
