package io.github.smartia.connect.config;

import io.github.smartia.connect.model.SessionStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.types.Password;

/**
 * Which values a user interface offers for a setting, and when it shows the setting.
 *
 * @param values the values to offer; empty if the user types any value
 * @param visible whether to show the setting, by the parsed values of all settings
 */
record Choices(List<Object> values, Predicate<Map<String, Object>> visible) implements Recommender {

    static Choices free() {
        return of(List.of());
    }

    static Choices of(List<String> values) {
        return new Choices(List.copyOf(values), settings -> true);
    }

    /** Shown if all of {@code needed} are read, or while the list of streams is invalid. */
    Choices shownWhenReading(SessionStream... needed) {
        List<String> names =
                Arrays.stream(needed).map(SessionStream::streamName).toList();
        return new Choices(
                values,
                settings -> !(settings.get(ReadingSettings.STREAMS) instanceof List<?> read)
                        || read.isEmpty()
                        || !ReadingSettings.STREAM_NAMES.containsAll(read)
                        || read.containsAll(names));
    }

    /**
     * Shown if any of {@code settings} is set. If the setting itself may have an error, include it, so that the error is shown.
     */
    Choices shownWithAnyOf(String... settings) {
        return new Choices(values, all -> Arrays.stream(settings).anyMatch(setting -> isSet(all.get(setting))));
    }

    /** Hidden if {@code other} is set and {@code setting} itself is not. */
    Choices shownWithout(String other, String setting) {
        return new Choices(values, all -> !isSet(all.get(other)) || isSet(all.get(setting)));
    }

    @Override
    public List<Object> validValues(String setting, Map<String, Object> parsedConfig) {
        return values;
    }

    @Override
    public boolean visible(String setting, Map<String, Object> parsedConfig) {
        return visible.test(parsedConfig);
    }

    /** Whether a value is neither null nor empty. */
    static boolean isSet(Object value) {
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        return value != null && !(value instanceof Password secret ? secret.value() : value.toString()).isEmpty();
    }
}
