package io.github.smartia.connect.config.values;

import java.util.HashSet;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Some of the fields of {@code user}, each named once. */
public final class UserFieldNames implements Validator {

    private final List<String> allowed;

    public UserFieldNames(List<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void ensureValid(String setting, Object value) {
        List<?> names = (List<?>) value;
        if (!allowed.containsAll(names)) {
            throw new ConfigException(
                    setting, value, "must contain only these, with their exact spelling: " + this + ".");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new ConfigException(setting, value, "must name each field only once.");
        }
    }

    @Override
    public String toString() {
        return String.join(", ", allowed);
    }
}
