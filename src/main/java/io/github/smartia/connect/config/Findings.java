package io.github.smartia.connect.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** The parsed values of valid settings, and the problems found between them. */
final class Findings {

    private final Map<String, ?> values;
    private final List<Problem> problems = new ArrayList<>();

    /** @param values by name; a setting without a value is not checked */
    Findings(Map<String, ?> values) {
        this.values = values;
    }

    Map<String, ?> values() {
        return values;
    }

    /** The text or the secret, in clear, of a setting; empty if the setting has no value or an empty one. */
    Optional<String> text(String setting) {
        return Optional.ofNullable(values.get(setting))
                .map(value -> value instanceof Password secret ? secret.value() : value.toString())
                .filter(text -> !text.isEmpty());
    }

    /** The values of a list setting; empty if the setting has no value. */
    List<?> list(String setting) {
        return values.get(setting) instanceof List<?> list ? list : List.of();
    }

    boolean has(String setting) {
        return values.get(setting) != null;
    }

    /** Formats {@code message} with {@code arguments}, and reports it on {@code setting}. */
    void add(String setting, String message, Object... arguments) {
        problems.add(new Problem(setting, String.format(Locale.ROOT, message, arguments)));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
