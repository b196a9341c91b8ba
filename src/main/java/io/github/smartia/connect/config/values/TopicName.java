package io.github.smartia.connect.config.values;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A name that Kafka takes for a topic. */
public final class TopicName implements Validator {

    private static final Pattern LEGAL = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

    private final boolean mayBeEmpty;

    public TopicName() {
        this(false);
    }

    private TopicName(boolean mayBeEmpty) {
        this.mayBeEmpty = mayBeEmpty;
    }

    /** For a topic that is not always written to. */
    public TopicName orEmpty() {
        return new TopicName(true);
    }

    @Override
    public void ensureValid(String setting, Object value) {
        String topic = (String) value;
        if (mayBeEmpty && topic.isEmpty()) {
            return;
        }
        if (!LEGAL.matcher(topic).matches()) {
            throw new ConfigException(
                    setting,
                    value,
                    "must be %s1 to 249 of the characters a-z, A-Z, 0-9, dot, underscore and hyphen, and not . or .. ."
                            .formatted(mayBeEmpty ? "empty, or " : ""));
        }
    }

    @Override
    public String toString() {
        return mayBeEmpty ? "empty, or a topic name" : "a topic name";
    }
}
