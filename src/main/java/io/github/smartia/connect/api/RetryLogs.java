package io.github.smartia.connect.api;

import io.github.smartia.connect.logging.SharedLogThrottle;
import io.github.smartia.connect.model.Status;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link RetryLog} for each stream of an organisation. */
public final class RetryLogs implements AutoCloseable {

    private final Map<Status, RetryLog> logs = new EnumMap<>(Status.class);

    /**
     * @param organisation names the key's owner
     * @param shared what to log together with other keys
     */
    public RetryLogs(String organisation, SharedLogThrottle shared) {
        this(organisation, LoggerFactory.getLogger(RetryLog.class), System::nanoTime, shared);
    }

    RetryLogs(String organisation, Logger log, LongSupplier nanoTime, SharedLogThrottle shared) {
        for (Status status : Status.values()) {
            String stream = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String name = "Organisation " + organisation + ", stream " + stream;
            logs.put(status, new RetryLog(log, name, nanoTime, shared));
        }
    }

    RetryLog of(Status status) {
        return logs.get(status);
    }

    @Override
    public void close() {
        logs.values().forEach(RetryLog::close);
    }
}
