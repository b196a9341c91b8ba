package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLetterLogTest {

    private final VirtualLoop loop = new VirtualLoop();
    private final RecordedLog recorded = new RecordedLog();
    private final DeadLetterLog log =
            new DeadLetterLog(new SourcePartition("some-school", SessionStream.COMPLETED), loop, recorded.logger());

    @Test
    void firstIsLoggedAtOnceWithoutPersonalData() {
        log.published(malformed("a"));

        assertThat(recorded.lines())
                .singleElement()
                .asString()
                .contains(
                        "WARN Organisation some-school, stream completed: session a",
                        "user.userId is missing",
                        "dead.letter.topic")
                .doesNotContain("Zoë");
    }

    @Test
    void othersAreCountedOnceAMinute() {
        log.published(malformed("a"));
        for (int i = 0; i < 1_000; i++) {
            log.published(malformed("b"));
        }
        assertThat(recorded.lines()).hasSize(1);

        loop.pass(DeadLetterLog.INTERVAL);
        assertThat(recorded.lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("1000")
                .doesNotContain("session b");

        log.published(malformed("c"));
        loop.pass(DeadLetterLog.INTERVAL);
        assertThat(recorded.lines()).hasSize(3).last().asString().endsWith(" 1.");
    }

    @Test
    void firstAfterAQuietMinuteIsLoggedAtOnce() {
        log.published(malformed("a"));
        loop.pass(DeadLetterLog.INTERVAL.multipliedBy(10));
        assertThat(recorded.lines()).hasSize(1);

        log.published(malformed("b"));

        assertThat(recorded.lines()).hasSize(2).last().asString().contains("session b");
    }

    private static MalformedSession malformed(String id) {
        return new MalformedSession(
                Optional.of(id), Optional.empty(), Optional.empty(), "user.userId", "is missing", "{\"name\":\"Zoë\"}");
    }
}
