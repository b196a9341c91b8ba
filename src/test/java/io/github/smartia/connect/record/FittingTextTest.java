package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FittingTextTest {

    private static final int MAX = 1000;

    @Test
    void textThatDoesNotFitIsCutAndSaysSo() {
        String text = "a".repeat(MAX);

        assertThat(FittingText.of(text, MAX)).isEqualTo(new FittingText(text, Optional.empty()));
        assertThat(FittingText.of(text + "a", MAX))
                .isEqualTo(new FittingText(text, Optional.of("cut to its first 1000 of 1001 bytes")));
        assertThat(FittingText.of("\"", 1).text()).isEmpty();
    }

    @Test
    void lengthsAreThoseOfUtf8() {
        assertThat(FittingText.of("\u0001\"é€\uD83C\uDF93!", 17))
                .isEqualTo(new FittingText("\u0001\"é€\uD83C\uDF93", Optional.of("cut to its first 11 of 12 bytes")));
    }

    /** As a string in JSON, each may take more bytes than by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"name", "\\\"", "\t\n\u0001", "é", "€", "\uD83C\uDF93", "a\uD83C\uDF93"})
    void longTextFillsTheRoomAndEndsWithACharacter(String part) {
        String text = part.repeat(MAX);

        String beginning = FittingText.of(text, MAX).text();

        assertThat(text).startsWith(beginning);
        assertThat(Character.isHighSurrogate(beginning.charAt(beginning.length() - 1)))
                .isFalse();
        assertThat(asString(beginning).length).isLessThanOrEqualTo(MAX);
        assertThat(beginning.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(MAX / 6 - 6);
    }

    /** What a converter to JSON writes between the quotes. */
    private static byte[] asString(String text) {
        String quoted = JsonMapper.shared().writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1).getBytes(StandardCharsets.UTF_8);
    }
}
