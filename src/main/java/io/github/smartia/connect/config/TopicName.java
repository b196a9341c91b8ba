package io.github.smartia.connect.config;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A name that Kafka takes for a topic. */
final class TopicName implements Validator {

    private static final Pattern LEGAL = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

    @Override
    public void ensureValid(String setting, Object value) {
        if (!LEGAL.matcher((String) value).matches()) {
            throw new ConfigException(
                    setting,
                    value,
                    "must be 1 to 249 of the characters a-z, A-Z, 0-9, dot, underscore and hyphen, and not . or .. .");
        }
    }

    @Override
    public String toString() {
        return "a topic name";
    }
}
