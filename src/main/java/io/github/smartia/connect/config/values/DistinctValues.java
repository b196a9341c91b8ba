package io.github.smartia.connect.config.values;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Checks a list: at least one value, none blank, none twice, and all of them allowed. */
public final class DistinctValues implements Validator {

    private final String description;
    private final String rule;
    private final Predicate<String> allowed;

    private DistinctValues(String description, String rule, Predicate<String> allowed) {
        this.description = description;
        this.rule = rule;
        this.allowed = allowed;
    }

    /** Some of {@code names}. */
    public static DistinctValues among(List<String> names) {
        String all = String.join(", ", names);
        return new DistinctValues(all, "only these, with their exact spelling: " + all, names::contains);
    }

    /** Values that {@code allowed} accepts, and {@code description} describes. */
    public static DistinctValues matching(String description, Predicate<String> allowed) {
        return new DistinctValues(description, "only " + description, allowed);
    }

    /** Any texts. No message shows them, since they may identify pupils. */
    public static DistinctValues any() {
        return new DistinctValues("a list of distinct values", "", text -> true);
    }

    @Override
    public void ensureValid(String setting, Object value) {
        List<?> values = (List<?>) value;
        if (values.isEmpty()) {
            throw new ConfigException(setting + " must contain at least one of " + description + ".");
        }
        Set<Object> seen = new HashSet<>();
        for (Object each : values) {
            if (each.toString().isBlank()) {
                throw new ConfigException(setting + " must not contain an empty value. Check for an extra comma.");
            }
            if (!allowed.test(each.toString())) {
                throw new ConfigException(setting + " must contain " + rule + ". It contains \"" + each + "\".");
            }
            if (!seen.add(each)) {
                throw new ConfigException(setting + " must contain each value only once"
                        + (rule.isEmpty() ? "." : ", but contains " + each + " twice."));
            }
        }
    }

    @Override
    public String toString() {
        return description;
    }
}
