package io.github.smartia.connect.schedule;

import io.github.smartia.connect.logging.FaultLog;
import io.github.smartia.connect.logging.HumanDuration;
import io.github.smartia.connect.offset.SourcePartition;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs when responses keep contradicting each other, and when they no longer do. Not thread-safe. */
final class InconsistencyLog {

    private final Logger log;
    private final String stream;
    private final Runnable listener;
    private final FaultLog faults;
    private boolean consistent = true;

    /** @param listener runs for each inconsistency, logged or not */
    InconsistencyLog(SourcePartition partition, LongSupplier nanoTime, Runnable listener) {
        this(partition, nanoTime, listener, LoggerFactory.getLogger(InconsistencyLog.class));
    }

    InconsistencyLog(SourcePartition partition, LongSupplier nanoTime, Runnable listener, Logger log) {
        this.log = log;
        this.stream = partition.description();
        this.listener = listener;
        this.faults = new FaultLog(nanoTime);
    }

    /** @param description a sentence without a full stop, and without personal data */
    void inconsistent(String description) {
        consistent = false;
        listener.run();
        faults.fault(description.replaceAll("[0-9]+", "0"))
                .ifPresent(line -> log.warn(
                        "{}: {}.{} Reading continues past this place. Sessions that the API shows there within "
                                + "lookback.ms of their date are still published. If this continues, report it to the "
                                + "operators of the API.",
                        stream,
                        description,
                        history(line)));
    }

    private static String history(FaultLog.Line line) {
        return line.faults() == 1
                ? ""
                : " This is inconsistency number " + line.faults() + " in a row, within "
                        + HumanDuration.of(line.lasting()) + ".";
    }

    /** Notes that a poll is done. */
    void pollDone() {
        if (consistent) {
            faults.over()
                    .ifPresent(line -> log.info(
                            "{}: responses are consistent again, after {}.", stream, HumanDuration.of(line.lasting())));
        }
        consistent = true;
    }
}
