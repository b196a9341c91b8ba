package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.logging.HumanDuration;
import io.github.smartia.connect.logging.LogThrottle;
import io.github.smartia.connect.logging.SharedLogThrottle;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Tells the person on call that requests of one stream fail for now, what becomes of them, and when it is over: a few
 * lines, however many requests fail. Safe for use by several threads.
 */
final class RetryLog {

    private final Logger log;
    private final String stream;
    private final LogThrottle outage;
    private final SharedLogThrottle shared;

    /** Requests that failed and were not answered since. */
    private int failing;

    /**
     * @param stream names organisation and stream
     * @param shared what it and other streams have to tell together
     */
    RetryLog(Logger log, String stream, LongSupplier nanoTime, SharedLogThrottle shared) {
        this.log = log;
        this.stream = stream;
        this.outage = new LogThrottle(nanoTime);
        this.shared = shared;
    }

    /** A request that is about to be made. */
    Request request() {
        return new Request();
    }

    private void failed(Throwable failure, Duration delay) {
        outage.fault(kind(failure))
                .filter(line -> shared.maySpeak(stream, failure.getMessage()))
                .ifPresent(line -> log.warn(
                        "{}: {}.{} The request is made again in {}; nothing is lost meanwhile. If this goes on, {}.",
                        stream,
                        failure.getMessage(),
                        history(line),
                        HumanDuration.of(delay),
                        advice(failure)));
    }

    /** Numbers in a message differ from fault to fault, and statuses from kind to kind. */
    private static String kind(Throwable failure) {
        String words = String.valueOf(failure.getMessage()).replaceAll("[0-9]+", "0");
        return failure instanceof ApiException e ? e.status() + words : words;
    }

    private static String history(LogThrottle.Line line) {
        String row = line.faults() == 1
                ? ""
                : " This is fault " + line.faults() + " in a row, for " + HumanDuration.of(line.lasting()) + " now.";
        return line.faultsBefore() == 0
                ? row
                : row + " Since the last such line " + line.faultsBefore() + " faults soon passed.";
    }

    private static String advice(Throwable failure) {
        if (failure instanceof ApiException e && e.kind() == Kind.UNREACHABLE) {
            return "see that api.url is right and that the worker can reach that host (DNS, firewall, TLS)";
        }
        if (failure instanceof ApiException e && e.kind() == Kind.PROXY_UNREACHABLE) {
            return "see that api.proxy.url is right and that the worker can reach that proxy";
        }
        if (failure instanceof ApiException e && e.wantsFewerRequests()) {
            return "lower api.max.requests.per.second, or have the limit of the key raised";
        }
        return "see to the API, or to the network between it and the worker";
    }

    private void answered() {
        outage.over()
                .filter(line -> shared.over(stream))
                .ifPresent(line -> log.info(
                        "{}: the API answers again, after {} {} in {}. Reading goes on; nothing was lost.",
                        stream,
                        line.faults(),
                        line.faults() == 1 ? "fault" : "faults",
                        HumanDuration.of(line.lasting())));
    }

    /** No request will be made any more. */
    void close() {
        shared.leave(stream);
    }

    /** What becomes of one request. */
    final class Request {

        private boolean failed;
        private boolean ended;

        private Request() {}

        /** It failed, and is made again after {@code delay}. */
        void retried(Throwable failure, Duration delay) {
            synchronized (RetryLog.this) {
                // It may fail and be cancelled at once.
                if (!ended) {
                    failing += failed ? 0 : 1;
                    failed = true;
                    RetryLog.this.failed(failure, delay);
                }
            }
        }

        /** It failed once too often. */
        void givenUp(int failures) {
            log.error(
                    "{}: fault {} of a request in a row. api.max.retries allows no further try, so reading stops.",
                    stream,
                    failures);
        }

        /** It was answered, or nobody waits for an answer any more. */
        void ended(boolean answered) {
            synchronized (RetryLog.this) {
                ended = true;
                failing -= failed ? 1 : 0;
                if (answered && failing == 0) {
                    RetryLog.this.answered();
                }
            }
        }
    }
}
