package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.logging.HumanDuration;
import io.github.smartia.connect.logging.LogThrottle;
import io.github.smartia.connect.logging.SharedLogThrottle;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Says that requests of one stream fail transiently, when they are retried, and when the API responds again: a few lines,
 * however many requests fail. Safe for use by several threads.
 */
final class RetryLog {

    private final Logger log;
    private final String stream;
    private final LogThrottle outage;
    private final SharedLogThrottle shared;

    /** Requests that have failed and have had no response since. */
    private int failing;

    /**
     * @param stream names organisation and stream
     * @param shared what it and other streams say together
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

    private void failed(ApiException failure, Duration delay) {
        outage.fault(kind(failure))
                .filter(line -> shared.maySpeak(stream, failure.getMessage()))
                .ifPresent(line -> log.warn(
                        "{}: {}.{} {} in {}; nothing is lost. If this continues, {}.",
                        stream,
                        failure.getMessage(),
                        history(line),
                        failure.isThrottled() ? "Requests with this key continue" : "The request is retried",
                        HumanDuration.of(delay),
                        advice(failure)));
    }

    /** Numbers in a message differ from failure to failure, and statuses from kind to kind. */
    private static String kind(ApiException failure) {
        return failure.status() + failure.getMessage().replaceAll("[0-9]+", "0");
    }

    private static String history(LogThrottle.Line line) {
        String row = line.faults() == 1
                ? ""
                : " This is transient failure " + line.faults() + " in a row, for " + HumanDuration.of(line.lasting())
                        + " now.";
        return line.faultsBefore() == 0
                ? row
                : row + " Since the last such line " + line.faultsBefore() + " transient failures passed.";
    }

    private static String advice(ApiException failure) {
        if (failure.kind() == Kind.UNREACHABLE) {
            return "check api.url, and that the worker can reach that host (DNS, firewall, TLS)";
        }
        if (failure.kind() == Kind.PROXY_UNREACHABLE) {
            return "check api.proxy.url, and that the worker can reach that proxy";
        }
        if (failure.isThrottled()) {
            return "lower api.max.requests.per.second, or have the limit of the key raised";
        }
        return "check the API, and the network between it and the worker";
    }

    private void responds() {
        outage.over()
                .filter(line -> shared.over(stream))
                .ifPresent(line -> log.info(
                        "{}: the API responds again, after {} {} in {}. Nothing was lost.",
                        stream,
                        line.faults(),
                        line.faults() == 1 ? "transient failure" : "transient failures",
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
        void retried(ApiException failure, Duration delay) {
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
                    "{}: transient failure {} of a request in a row. api.max.retries allows no further retry, so reading"
                            + " stops.",
                    stream,
                    failures);
        }

        /** It was served, or failed for good, or was cancelled. */
        void ended(boolean served) {
            synchronized (RetryLog.this) {
                ended = true;
                failing -= failed ? 1 : 0;
                if (served && failing == 0) {
                    RetryLog.this.responds();
                }
            }
        }
    }
}
