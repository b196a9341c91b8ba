package io.github.smartia.connect.config.values;

import io.github.smartia.connect.model.SessionStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** At least one stream, each named once. */
public final class StreamNames implements Validator {

    public static final List<String> ALL =
            Arrays.stream(SessionStream.values()).map(SessionStream::streamName).toList();

    public static Set<SessionStream> parse(Collection<String> names) {
        return Arrays.stream(SessionStream.values())
                .filter(stream -> names.contains(stream.streamName()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SessionStream.class)));
    }

    public static boolean areKnown(List<?> names) {
        return !names.isEmpty() && ALL.containsAll(names);
    }

    @Override
    public void ensureValid(String setting, Object value) {
        List<?> names = (List<?>) value;
        if (!areKnown(names)) {
            throw new ConfigException(setting, value, "must hold one or more of " + String.join(", ", ALL) + ".");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new ConfigException(setting, value, "must name each stream once.");
        }
    }

    @Override
    public String toString() {
        return "one or more of " + String.join(", ", ALL);
    }
}
