package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFormatTest {

    @Test
    void takesWhatAHeaderCanCarry() {
        assertThatCode(() -> ApiSettings.VALID_KEY.ensureValid("api.key", new Password("aZ09-_.~+/=!$")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesAnEmptyKey(String key) {
        assertRefused(key, "must not be empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden key", "hidden\r\nkey", "hidden\u00e9", "hidden\u0000"})
    void refusesWhatAHeaderCannotCarryWithoutShowingIt(String key) {
        assertRefused(key, "header");
    }

    private static void assertRefused(String key, String hint) {
        assertThatThrownBy(() -> ApiSettings.VALID_KEY.ensureValid("api.key", new Password(key)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("api.key")
                .hasMessageContaining(hint)
                .hasMessageNotContaining("hidden");
    }
}
