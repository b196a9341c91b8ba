package io.github.smartia.connect.api;

import io.github.smartia.connect.logging.FaultLog;
import io.github.smartia.connect.logging.HumanDuration;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Logs that requests of an organisation fail transiently, when they are retried, and when the API responds again. Logs only
 * a few lines per stream, however many requests fail. Thread-safe.
 */
public final class RetryLog {

    private final OutageLog outages;
    private final Logger log;
    private final Map<Status, Stream> streams = new EnumMap<>(Status.class);

    RetryLog(String organisation, OutageLog outages, Logger log, LongSupplier nanoTime) {
        this.outages = outages;
        this.log = log;
        for (SessionStream stream : SessionStream.values()) {
            String name = "Organisation " + organisation + ", stream " + stream.streamName();
            streams.put(stream.status(), new Stream(name, new FaultLog(nanoTime), new HashSet<>()));
        }
    }

    /** A request failed and is retried after {@code delay}. */
    synchronized void retried(QueuedRequest request, ApiException failure, Duration delay) {
        if (request.page.isDone()) {
            return;
        }
        Stream stream = streams.get(request.stream());
        stream.failing().add(request);
        stream.faults()
                .fault(kind(failure))
                .filter(line -> outages.failed(stream.name(), failure.getMessage()))
                .ifPresent(line -> log.warn(
                        "{}: {}.{} {} in {}; nothing is lost. If this continues, {}.",
                        stream.name(),
                        failure.getMessage(),
                        history(line),
                        failure.isThrottled() ? "Requests with this key continue" : "The request is retried",
                        HumanDuration.of(delay),
                        advice(failure)));
    }

    /** A kind is a status and a message. Numbers in the message are ignored, because they differ each time. */
    private static String kind(ApiException failure) {
        return failure.status() + failure.getMessage().replaceAll("[0-9]+", "0");
    }

    private static String history(FaultLog.Line line) {
        String row = line.faults() == 1
                ? ""
                : " This is transient failure " + line.faults() + " in a row, for " + HumanDuration.of(line.lasting())
                        + " now.";
        return line.faultsBefore() == 0
                ? row
                : row + " Since the previous line, " + line.faultsBefore() + " transient failures were not logged.";
    }

    private static String advice(ApiException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> "check api.url, and that the worker can reach that host (DNS, firewall, TLS)";
            case PROXY_UNREACHABLE -> "check api.proxy.url, and that the worker can reach that proxy";
            default ->
                failure.isThrottled()
                        ? "lower api.max.requests.per.second, or have the limit of the key raised"
                        : "check the API, and the network between it and the worker";
        };
    }

    /** A request failed and has no retries left. */
    void exhausted(QueuedRequest request) {
        log.error(
                "{}: a request failed {}. api.max.retries allows no further retry, so reading stops.",
                streams.get(request.stream()).name(),
                request.failures == 1 ? "once" : request.failures + " times in a row");
    }

    /** A request was served, failed permanently or was cancelled. */
    synchronized void ended(QueuedRequest request, boolean served) {
        Stream stream = streams.get(request.stream());
        stream.failing().remove(request);
        if (served && stream.failing().isEmpty()) {
            stream.faults()
                    .over()
                    .filter(line -> outages.recovered(stream.name()))
                    .ifPresent(line -> log.info(
                            "{}: the API responds again, after {} {} in {}. Nothing was lost.",
                            stream.name(),
                            line.faults(),
                            line.faults() == 1 ? "transient failure" : "transient failures",
                            HumanDuration.of(line.lasting())));
        }
    }

    /** No more requests will be made. */
    void close() {
        streams.values().forEach(stream -> outages.closed(stream.name()));
    }

    /** @param failing requests that have failed and have not ended */
    private record Stream(String name, FaultLog faults, Set<QueuedRequest> failing) {}
}
