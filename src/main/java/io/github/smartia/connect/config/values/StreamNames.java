package io.github.smartia.connect.config.values;

import io.github.smartia.connect.model.SessionStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** At least one stream, each named once. */
public final class StreamNames implements Validator {

    public static final List<String> ALL =
            Arrays.stream(SessionStream.values()).map(SessionStream::streamName).toList();

    /** The streams with these names, each once, in the order of the enum. */
    public static List<SessionStream> parse(Collection<String> names) {
        return Arrays.stream(SessionStream.values())
                .filter(stream -> names.contains(stream.streamName()))
                .toList();
    }

    public static boolean areKnown(List<?> names) {
        return !names.isEmpty() && ALL.containsAll(names);
    }

    @Override
    public void ensureValid(String setting, Object value) {
        List<?> names = (List<?>) value;
        if (!areKnown(names)) {
            throw new ConfigException(setting, value, "must contain one or more of " + String.join(", ", ALL) + ".");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new ConfigException(setting, value, "must name each stream only once.");
        }
    }

    @Override
    public String toString() {
        return "one or more of " + String.join(", ", ALL);
    }
}
