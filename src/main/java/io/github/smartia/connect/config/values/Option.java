package io.github.smartia.connect.config.values;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A constant of an enum, written in a config in lower case and with hyphens. */
public final class Option<E extends Enum<E>> implements Validator {

    private final Class<E> type;

    public Option(Class<E> type) {
        this.type = type;
    }

    public static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public List<String> names() {
        return Arrays.stream(type.getEnumConstants()).map(Option::nameOf).toList();
    }

    public E parse(String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public void ensureValid(String setting, Object value) {
        if (!names().contains((String) value)) {
            throw new ConfigException(setting, value, "must be " + this + ".");
        }
    }

    @Override
    public String toString() {
        return String.join(" or ", names());
    }
}
