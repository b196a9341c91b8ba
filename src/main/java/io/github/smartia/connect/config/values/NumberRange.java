package io.github.smartia.connect.config.values;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Checks that a number is within two inclusive bounds. Unlike Kafka's own range, it rejects NaN and infinity. */
public final class NumberRange implements Validator {

    private final double least;
    private final double most;
    private final String text;

    private NumberRange(double least, double most, String text) {
        this.least = least;
        this.most = most;
        this.text = text;
    }

    public static NumberRange between(long least, long most) {
        return new NumberRange(least, most, least + " to " + most);
    }

    /** From {@code least} to the maximum of the setting's type. */
    public static NumberRange atLeast(Number least) {
        return new NumberRange(least.doubleValue(), Double.MAX_VALUE, "at least " + least);
    }

    @Override
    public void ensureValid(String setting, Object value) {
        double number = ((Number) value).doubleValue();
        if (!(number >= least && number <= most)) {
            throw new ConfigException(setting, value, "must be " + text + ".");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
