package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;

import io.github.smartia.connect.api.RequestLimits;
import io.github.smartia.connect.api.RetryPolicy;
import io.github.smartia.connect.config.values.NumberRange;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Limits of the requests for one API key, and retries after transient failures. */
final class RequestSettings {

    static final String MAX_CONCURRENT = "api.max.concurrent.requests";
    static final String MAX_PER_SECOND = "api.max.requests.per.second";
    static final String MAX_RETRIES = "api.max.retries";
    static final String BACKOFF = "api.retry.backoff.ms";
    static final String MAX_BACKOFF = "api.retry.backoff.max.ms";

    private RequestSettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Request limits and retries");
        NumberRange many = NumberRange.between(1, 100);
        group.add(INT, MAX_CONCURRENT, "Max concurrent requests", 4, many, Importance.MEDIUM)
                .doc("Requests that may be in flight at the same time for one API key. With more, a "
                        + "backlog is read faster, and more memory is needed. With 1, pages are read one by one.");
        NumberRange frequent = NumberRange.atLeast(0.001);
        group.add(DOUBLE, MAX_PER_SECOND, "Max requests per second", 5.0, frequent, Importance.MEDIUM)
                .doc("Requests that may start per second for one API key, including retries. 0.5 means one request in "
                        + "two seconds. The API's own limit is not published. If the API responds with 429, the "
                        + "connector lowers the rate, and raises it again later.");
        group.add(INT, MAX_RETRIES, "Max retries", -1, NumberRange.atLeast(-1), Importance.LOW)
                .doc("Transient failures in a row (408, 429, 5xx, timeouts, broken responses) that are retried before "
                        + "the task fails. 0: the task fails at the first one. -1: it never fails for this reason. With fewer "
                        + "than about 30, an unreadable page fails the task before it is requested in halves.");
        NumberRange pause = NumberRange.between(1, Duration.ofDays(1).toMillis());
        group.add(LONG, BACKOFF, "Initial backoff (ms)", 1_000L, pause, Importance.LOW)
                .doc("Longest pause in milliseconds after a transient failure; the shortest is half of it. It "
                        + "doubles with each further failure in a row. A Retry-After in the response is used "
                        + "instead.");
        group.add(LONG, MAX_BACKOFF, "Max backoff (ms)", 60_000L, pause, Importance.LOW)
                .doc("Longest pause between retries in milliseconds. Must not be less than " + BACKOFF + ". If a "
                        + "response has a Retry-After, that is used instead, up to a day.");
    }

    static RequestLimits limits(AbstractConfig config) {
        return new RequestLimits(config.getInt(MAX_CONCURRENT), config.getDouble(MAX_PER_SECOND));
    }

    static RetryPolicy retries(AbstractConfig config) {
        return new RetryPolicy(
                config.getInt(MAX_RETRIES),
                Duration.ofMillis(config.getLong(BACKOFF)),
                Duration.ofMillis(config.getLong(MAX_BACKOFF)),
                RandomGenerator.getDefault());
    }
}
