package io.github.smartia.connect.schedule;

import io.github.smartia.connect.logging.HumanDuration;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.offset.SourcePartition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs once a minute how much of a backlog remains, and when the stream has caught up. The numbers depend on the API's
 * count. Not thread-safe.
 */
final class HistoryLog {

    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final String stream;
    private final LongSupplier nanoTime;
    private final LongConsumer remainingSessions;
    private boolean reading;
    private boolean hasCaughtUp;
    private long began;
    private long lastReport;
    private long read;
    private long readSinceReport;

    /** @param remainingSessions receives the number of sessions that remain to be read */
    HistoryLog(SourcePartition partition, LongSupplier nanoTime, LongConsumer remainingSessions) {
        this(partition, nanoTime, remainingSessions, LoggerFactory.getLogger(HistoryLog.class));
    }

    HistoryLog(SourcePartition partition, LongSupplier nanoTime, LongConsumer remainingSessions, Logger log) {
        this.log = log;
        this.stream = partition.description();
        this.nanoTime = nanoTime;
        this.remainingSessions = remainingSessions;
    }

    /** Notes the publication of a segment of a backlog. */
    void read(int sessions, long remaining, Optional<Position> position) {
        long now = nanoTime.getAsLong();
        if (!reading) {
            reading = true;
            began = now;
            lastReport = now;
            read = 0;
            readSinceReport = 0;
        }
        read += sessions;
        readSinceReport += sessions;
        remainingSessions.accept(remaining);
        if (now - lastReport >= INTERVAL) {
            report(now, remaining, position);
        }
    }

    private void report(long now, long remaining, Optional<Position> position) {
        double perSecond = readSinceReport / ((now - lastReport) / 1e9);
        lastReport = now;
        readSinceReport = 0;
        log.info(
                "{}: catching up. {} sessions published, {} per second. About {} remain{}. Read up to {}.",
                stream,
                read,
                Math.round(perSecond),
                remaining,
                perSecond < 1
                        ? ""
                        : " (about " + HumanDuration.of(Duration.ofSeconds((long) (remaining / perSecond) + 1)) + ")",
                position.map(latest -> latest.date().toString()).orElse("the beginning"));
    }

    /**
     * Notes that the stream was read to its open end.
     *
     * @param position of the latest session that was ever published
     */
    void caughtUp(Optional<Position> position) {
        remainingSessions.accept(0);
        boolean reported = reading && lastReport != began;
        if (!hasCaughtUp && position.isEmpty()) {
            log.info(
                    "{}: caught up, and found no sessions. If there should be some, check start.date, the filter"
                            + " settings and what the API key may read. New ones are published as they appear.",
                    stream);
        } else if (!hasCaughtUp || reported) {
            log.info(
                    "{}: caught up. {} sessions published in {}. New sessions are published as they appear.",
                    stream,
                    read,
                    HumanDuration.of(Duration.ofNanos(reading ? nanoTime.getAsLong() - began : 0)));
        }
        hasCaughtUp = true;
        reading = false;
    }
}
