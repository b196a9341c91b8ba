package io.github.smartia.connect.config;

import io.github.smartia.connect.model.SessionStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef.Recommender;

/**
 * What a user interface offers for a setting, and when it shows the setting at all.
 *
 * @param values the values to offer; empty where any may be typed
 * @param streams the streams that must be read for the setting to matter
 */
record Choices(List<Object> values, Set<SessionStream> streams) implements Recommender {

    static Choices free() {
        return new Choices(List.of(), Set.of());
    }

    static Choices of(List<String> values) {
        return new Choices(List.copyOf(values), Set.of());
    }

    Choices shownWhenReading(SessionStream... needed) {
        return new Choices(values, Set.copyOf(Arrays.asList(needed)));
    }

    @Override
    public List<Object> validValues(String setting, Map<String, Object> parsedConfig) {
        return values;
    }

    @Override
    public boolean visible(String setting, Map<String, Object> parsedConfig) {
        // While `streams` itself is wrong, show everything.
        return !(parsedConfig.get(ReadingSettings.STREAMS) instanceof List<?> read)
                || !StreamNames.areKnown(read)
                || streams.stream().map(SessionStream::streamName).allMatch(read::contains);
    }
}
