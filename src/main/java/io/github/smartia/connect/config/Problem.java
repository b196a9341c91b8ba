package io.github.smartia.connect.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Something that a person should correct.
 *
 * @param setting the setting to correct
 * @param message what is wrong and what to do, without the API key and without personal data
 */
public record Problem(String setting, String message) {

    /** Puts the message on its setting among {@code settings}. */
    public void addTo(List<ConfigValue> settings) {
        settings.stream()
                .filter(value -> value.name().equals(setting))
                .forEach(value -> value.addErrorMessage(message));
    }
}
