package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.StreamNames;
import io.github.smartia.connect.model.SessionStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.types.Password;

/**
 * What a user interface offers for a setting, and when it shows the setting at all.
 *
 * @param values the values to offer; empty where any may be typed
 * @param matters whether the setting matters beside these parsed values of all settings
 */
record Choices(List<Object> values, Predicate<Map<String, Object>> matters) implements Recommender {

    static Choices free() {
        return new Choices(List.of(), settings -> true);
    }

    static Choices of(List<String> values) {
        return new Choices(List.copyOf(values), settings -> true);
    }

    /** Shown while the streams are wrong, too. */
    Choices shownWhenReading(SessionStream... needed) {
        List<String> names =
                Arrays.stream(needed).map(SessionStream::streamName).toList();
        return new Choices(
                values,
                settings -> !(settings.get(ReadingSettings.STREAMS) instanceof List<?> read)
                        || !StreamNames.areKnown(read)
                        || read.containsAll(names));
    }

    /** Shown where one of {@code settings} is not empty. A setting that may be at fault itself is among them. */
    Choices shownWithAnyOf(String... settings) {
        return new Choices(values, all -> Arrays.stream(settings).anyMatch(setting -> isSet(all.get(setting))));
    }

    /** Hidden where {@code other} is not empty and {@code setting} itself is empty. */
    Choices shownWithout(String other, String setting) {
        return new Choices(values, all -> !isSet(all.get(other)) || isSet(all.get(setting)));
    }

    @Override
    public List<Object> validValues(String setting, Map<String, Object> parsedConfig) {
        return values;
    }

    @Override
    public boolean visible(String setting, Map<String, Object> parsedConfig) {
        return matters.test(parsedConfig);
    }

    private static boolean isSet(Object value) {
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        return value != null && !(value instanceof Password secret ? secret.value() : value.toString()).isEmpty();
    }
}
