package io.github.smartia.connect.read;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.offset.SourcePartition;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs malformed sessions: the first with its id, and then the number of further ones once a minute. Used on the event loop.
 */
final class DeadLetterLog {

    static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Logger log;
    private final String stream;
    private final EventLoop loop;
    private boolean reportScheduled;
    private long unreported;

    DeadLetterLog(SourcePartition partition, EventLoop loop) {
        this(partition, loop, LoggerFactory.getLogger(DeadLetterLog.class));
    }

    DeadLetterLog(SourcePartition partition, EventLoop loop, Logger log) {
        this.log = log;
        this.stream = partition.description();
        this.loop = loop;
    }

    void published(MalformedSession malformed) {
        if (reportScheduled) {
            unreported++;
            return;
        }
        log.warn(
                "{}: {}. The session is written to dead.letter.topic, and reading continues. Further malformed sessions "
                        + "are counted once a minute. Have malformed sessions corrected at their source. Corrections "
                        + "within lookback.ms of a session's date are published automatically. After later ones, set "
                        + "the stream's offset back.",
                stream,
                malformed);
        scheduleReport();
    }

    private void scheduleReport() {
        reportScheduled = true;
        loop.schedule(this::report, INTERVAL);
    }

    private void report() {
        reportScheduled = false;
        if (unreported > 0) {
            log.warn("{}: further malformed sessions written to dead.letter.topic: {}.", stream, unreported);
            unreported = 0;
            scheduleReport();
        }
    }
}
