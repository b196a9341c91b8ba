package io.github.smartia.connect.config.values;

import java.math.BigDecimal;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A number between two bounds, both included. Unlike Kafka's own range it refuses a double that is not a number. */
public final class NumberRange implements Validator {

    private final BigDecimal least;
    private final BigDecimal most;
    private final String text;

    private NumberRange(BigDecimal least, BigDecimal most, String text) {
        this.least = least;
        this.most = most;
        this.text = text;
    }

    public static NumberRange between(long least, long most) {
        return new NumberRange(BigDecimal.valueOf(least), BigDecimal.valueOf(most), least + " to " + most);
    }

    /** From {@code least} up to what the setting's type can hold. */
    public static NumberRange atLeast(double least) {
        BigDecimal bound = BigDecimal.valueOf(least).stripTrailingZeros();
        return new NumberRange(bound, BigDecimal.valueOf(Double.MAX_VALUE), "at least " + bound.toPlainString());
    }

    @Override
    public void ensureValid(String setting, Object value) {
        if (!contains((Number) value)) {
            throw new ConfigException(setting, value, "must be " + text + ".");
        }
    }

    private boolean contains(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            return false;
        }
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.compareTo(least) >= 0 && exact.compareTo(most) <= 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
