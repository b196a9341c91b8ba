package io.github.smartia.connect.config.values;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Checks a text or a secret. No message shows the value: it may be a secret, or contain one. */
@FunctionalInterface
public interface TextValidator extends Validator {

    /** What is wrong and what to do, as a sentence whose subject is the setting; empty if the text is valid. */
    Optional<String> problem(String text);

    @Override
    default void ensureValid(String setting, Object value) {
        problem(value instanceof Password secret ? secret.value() : (String) value)
                .ifPresent(problem -> {
                    throw new ConfigException(setting + " " + problem);
                });
    }

    /** Accepts what {@code valid} accepts; {@code problem} is what is wrong with any other text. */
    static Validator of(String description, Predicate<String> valid, String problem) {
        TextValidator check = text -> valid.test(text) ? Optional.empty() : Optional.of(problem);
        return LambdaValidator.with(check::ensureValid, () -> description);
    }
}
