package io.github.smartia.connect.config.values;

import java.util.HashSet;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Values for a filter of the API: none blank, none twice. They may identify pupils, so no message shows them. */
public final class FilterValues implements Validator {

    @Override
    public void ensureValid(String setting, Object value) {
        List<?> values = (List<?>) value;
        if (values.stream().anyMatch(text -> text.toString().isBlank())) {
            throw new ConfigException(setting + " must not contain an empty value. Check for an extra comma.");
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new ConfigException(setting + " must contain each value only once.");
        }
    }

    @Override
    public String toString() {
        return "a list of distinct values";
    }
}
