package io.github.smartia.connect.api;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person on call of requests that fail for now: the first failure of a request, then ever more rarely. */
final class RetryLog {

    private static final Logger LOG = LoggerFactory.getLogger(RetryLog.class);

    private final String organisation;

    RetryLog(String organisation) {
        this.organisation = organisation;
    }

    void retrying(SessionQuery query, Throwable failure, int failures, Duration delay) {
        if (Integer.bitCount(failures) == 1) {
            LOG.warn(
                    "Organisation {}, {} sessions: {}. Failure {} of this request in a row; it is made again in {} s."
                            + " Nothing is lost; see to the API or the network if this goes on.",
                    organisation,
                    query.status(),
                    failure.getMessage(),
                    failures,
                    Math.ceil(delay.toMillis() / 100.0) / 10);
        }
    }

    void givingUp(SessionQuery query, int failures) {
        LOG.error(
                "Organisation {}, {} sessions: failure {} of this request in a row; api.max.retries allows no"
                        + " further try.",
                organisation,
                query.status(),
                failures);
    }
}
