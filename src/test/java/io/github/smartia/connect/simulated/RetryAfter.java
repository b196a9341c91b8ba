package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How answers with status 429 tell when to come again. */
public enum RetryAfter {
    NONE,
    SECONDS,
    DATE;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** The header's value, rounded up to whole seconds. */
    Optional<String> value(Instant now, Duration wait) {
        return switch (this) {
            case NONE -> Optional.empty();
            case SECONDS -> Optional.of(Long.toString(wait.plusMillis(999).toSeconds()));
            case DATE ->
                Optional.of(HTTP_DATE.format(now.plus(wait).plusMillis(999).truncatedTo(ChronoUnit.SECONDS)));
        };
    }
}
