package io.github.smartia.connect.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigValue;

/**
 * A setting to correct.
 *
 * @param message what is wrong and what to do; contains neither secrets nor personal data
 */
public record Problem(String setting, String message) {

    /** Adds the message to the errors of its setting among {@code settings}. */
    public void addTo(List<ConfigValue> settings) {
        settings.stream()
                .filter(value -> value.name().equals(setting))
                .forEach(value -> value.addErrorMessage(message));
    }
}
