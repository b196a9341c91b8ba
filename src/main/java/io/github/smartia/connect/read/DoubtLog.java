package io.github.smartia.connect.read;

import io.github.smartia.connect.logging.HumanDuration;
import io.github.smartia.connect.logging.LogThrottle;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.InconsistentResponsesException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person on call that answers contradict each other, and when they no longer do. Not thread-safe. */
final class DoubtLog {

    private final Logger log;
    private final String stream;
    private final LogThrottle outage;

    DoubtLog(String organisation, SessionStream stream, LongSupplier nanoTime) {
        this(organisation, stream, nanoTime, LoggerFactory.getLogger(DoubtLog.class));
    }

    DoubtLog(String organisation, SessionStream stream, LongSupplier nanoTime, Logger log) {
        this.log = log;
        this.stream = "Organisation " + organisation + ", stream " + stream.streamName();
        this.outage = new LogThrottle(nanoTime);
    }

    void doubted(InconsistentResponsesException doubt) {
        outage.fault(doubt.getMessage().replaceAll("[0-9]+", "0"))
                .ifPresent(line -> log.warn(
                        "{}: {}.{} Nothing from that date on is published before this is over, and nothing is lost:"
                                + " reading begins again there with the next poll. If this goes on, report it to those"
                                + " who run the API.",
                        stream,
                        doubt.getMessage(),
                        history(line)));
    }

    private static String history(LogThrottle.Line line) {
        return line.faults() == 1
                ? ""
                : " This is doubt " + line.faults() + " in a row, for " + HumanDuration.of(line.lasting()) + " now.";
    }

    void readToTheEnd() {
        outage.over()
                .ifPresent(line -> log.info(
                        "{}: answers agree again, after {}. Reading goes on; nothing was lost.",
                        stream,
                        HumanDuration.of(line.lasting())));
    }
}
