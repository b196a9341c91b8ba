package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"statusCode\":400,\"message\":[\"limit must not be greater than 100\"],\"error\":\"Bad Request\"} "
                        + "| {\"statusCode\":…,\"message\":[\"limit must not be greater than …\"],\"error\":\"Bad Request\"}",
                "search.endDate.gt is not a valid date. | search.endDate.gt is not a valid date",
                "Invalid...  \t  cursor | Invalid... cursor"
            })
    void complaintOfTheApiIsKept(String body, String excerpt) {
        assertThat(of(body)).contains(excerpt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"no user Zoë Müller\",\"upn\":\"A123456789012\"}",
                "{\"user\":{\"fullName\":\"Zoë Müller\",\"dateOfBirth\":\"2011-02-28\",\"emails\":[\"zoe@school.example\"]}}",
                "<html><title>Zoë Müller</title>A123456789012 2011/02/28</html>",
                "user=Zoë;Müller;A123456789012;zoe.mueller@school.example;28.02.2011",
                "ZOË MÜLLER a123456789012"
            })
    void nothingAboutAPupilIsKept(String body) {
        assertThat(of(body).orElseThrow().toLowerCase(Locale.ROOT))
                .doesNotContain("zo", "müller", "mueller", "a123", "2011", "school.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n ", ".", " . . "})
    void whereNothingIsSaidThereIsNoExcerpt(String body) {
        assertThat(of(body)).isEmpty();
    }

    @Test
    void longAnswerIsCutAndLeavesNoHalfCharacter() {
        String excerpt = of("ä".repeat(5_000)).orElseThrow();

        assertThat(excerpt).isEqualTo("… …");
        assertThat(of("error ".repeat(5_000)).orElseThrow())
                .hasSizeLessThan(410)
                .endsWith(" …");
    }

    @Test
    void bytesThatAreNoTextAreHidden() {
        assertThat(SafeExcerpt.of(new byte[] {(byte) 0x1f, (byte) 0x8b, 8, 0, (byte) 0xff}))
                .contains("…");
    }

    private static Optional<String> of(String body) {
        return SafeExcerpt.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
