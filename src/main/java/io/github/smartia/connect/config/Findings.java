package io.github.smartia.connect.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** Parsed values of sound settings by name, and what does not fit together among them. */
final class Findings {

    private final Map<String, ?> values;
    private final List<Problem> problems = new ArrayList<>();

    Findings(Map<String, ?> values) {
        this.values = values;
    }

    /** The value of a setting; empty where it has no sound value of this type, so that it is not judged. */
    <T> Optional<T> value(String setting, Class<T> type) {
        return Optional.ofNullable(values.get(setting)).filter(type::isInstance).map(type::cast);
    }

    /** A text or a secret that is there and not empty. */
    Optional<String> text(String setting) {
        return value(setting, Object.class)
                .map(value -> value instanceof Password secret ? secret.value() : value.toString())
                .filter(text -> !text.isEmpty());
    }

    /** The values of a list; none where there is no sound list. */
    List<?> list(String setting) {
        return values.get(setting) instanceof List<?> list ? list : List.of();
    }

    boolean has(String setting) {
        return values.get(setting) != null;
    }

    void complain(String setting, String message) {
        problems.add(new Problem(setting, message));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
