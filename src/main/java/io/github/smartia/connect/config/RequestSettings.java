package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.NumberRange;
import java.time.Duration;
import java.util.OptionalInt;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * How many requests may be sent for one API key, and what follows a transient failure.
 *
 * @param maxConcurrent requests in flight at once, at least 1
 * @param maxPerSecond requests begun in a second on average, more than 0
 * @param maxRetries transient failures in a row before the task fails; empty: it never fails for them
 * @param backoff the pause after the first failure in a row
 * @param maxBackoff the longest pause between two attempts; not less than {@code backoff}
 */
public record RequestSettings(
        int maxConcurrent, double maxPerSecond, OptionalInt maxRetries, Duration backoff, Duration maxBackoff) {

    static final String MAX_CONCURRENT = "api.max.concurrent.requests";
    static final String MAX_PER_SECOND = "api.max.requests.per.second";
    static final String MAX_RETRIES = "api.max.retries";
    static final String BACKOFF = "api.retry.backoff.ms";
    static final String MAX_BACKOFF = "api.retry.backoff.max.ms";

    private static final int WITHOUT_END = -1;
    private static final NumberRange PAUSE =
            NumberRange.between(1, Duration.ofDays(1).toMillis());

    static void define(ConfigDef definition) {
        new SettingGroup(definition, "Request limits and retries")
                .add(
                        MAX_CONCURRENT,
                        ConfigDef.Type.INT,
                        4,
                        NumberRange.between(1, 100),
                        Importance.MEDIUM,
                        Width.SHORT,
                        "Max concurrent requests",
                        "Requests that may be in flight at the same time for one API key. More requests read "
                                + "a backlog faster and need more memory; 1 reads one page after the other.")
                .add(
                        MAX_PER_SECOND,
                        ConfigDef.Type.DOUBLE,
                        5.0,
                        NumberRange.atLeast(0.001),
                        Importance.MEDIUM,
                        Width.SHORT,
                        "Max requests per second",
                        "Requests that may start in one second for one API key, retries included; a value "
                                + "below 1 means less than one a second. The API's own limit is not published. If the "
                                + "API responds with 429, the connector slows down by itself and recovers later.")
                .add(
                        MAX_RETRIES,
                        ConfigDef.Type.INT,
                        WITHOUT_END,
                        NumberRange.atLeast(WITHOUT_END),
                        Importance.LOW,
                        Width.SHORT,
                        "Max retries",
                        "Transient failures in a row (408, 429, 5xx, timeouts, broken responses) that are "
                                + "retried before the task fails. 0 fails the task at the first one, -1 never does.")
                .add(
                        BACKOFF,
                        ConfigDef.Type.LONG,
                        1_000L,
                        PAUSE,
                        Importance.LOW,
                        Width.SHORT,
                        "Initial backoff (ms)",
                        "Milliseconds to pause after a transient failure. The pause doubles with each "
                                + "further failure in a row, with some jitter. A Retry-After in the response is used "
                                + "instead.")
                .add(
                        MAX_BACKOFF,
                        ConfigDef.Type.LONG,
                        60_000L,
                        PAUSE,
                        Importance.LOW,
                        Width.SHORT,
                        "Max backoff (ms)",
                        "Longest pause between retries in milliseconds; not less than " + BACKOFF
                                + ". A Retry-After in the response may ask for longer.");
    }

    static RequestSettings from(AbstractConfig config) {
        int retries = config.getInt(MAX_RETRIES);
        return new RequestSettings(
                config.getInt(MAX_CONCURRENT),
                config.getDouble(MAX_PER_SECOND),
                retries == WITHOUT_END ? OptionalInt.empty() : OptionalInt.of(retries),
                Duration.ofMillis(config.getLong(BACKOFF)),
                Duration.ofMillis(config.getLong(MAX_BACKOFF)));
    }
}
