package io.github.smartia.connect.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A dead letter of the longest session passes the producer's default limit, whatever converter is in use. */
class DeadLetterSizeTest {

    private static final int MAX_REQUEST = 1 << 20;
    private static final int MAX_SESSION = MAX_REQUEST - (8 << 10);
    private static final String ORGANISATION = "o".repeat(64);
    private static final String ID = "€".repeat(256);

    /** As a string in JSON, each may take more bytes than by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"name", "{\"a\":\"\\\"\"}", "\t", "\t\n\u0001", "é", "€", "\uD83C\uDF93", "a\uD83C\uDF93"})
    void aDeadLetterPassesTheProducerAndEndsWithACharacter(String part) {
        String session = part.repeat(MAX_REQUEST / part.length());
        SourceRecord record = letter(session);
        String json = ((Struct) record.value()).getString("json");

        assertThat(size(record, AvroForm::bytes)).isLessThan(MAX_REQUEST);
        assertThat(size(record, struct -> Records.json(struct, true))).isLessThan(MAX_REQUEST);
        assertThat(bytes(JsonMapper.shared().writeValueAsString(json)) - 2).isLessThanOrEqualTo(MAX_SESSION);
        assertThat(bytes(json)).isGreaterThan(MAX_SESSION / 6 - 6);
        assertThat(session.startsWith(json)).isTrue();
        assertThat(Character.isHighSurrogate(json.charAt(json.length() - 1))).isFalse();
    }

    @Test
    void mostOfWhatIsAllowedIsUsed() {
        assertThat(size(letter("a".repeat(MAX_REQUEST)), AvroForm::bytes)).isGreaterThan(MAX_SESSION);
    }

    @Test
    void lengthsAreThoseOfUtf8() {
        assertThat(FittingText.of("\u0001\"é€\uD83C\uDF93!", 25))
                .isEqualTo(new FittingText("\u0001\"é€\uD83C\uDF93", Optional.of("cut to its first 11 of 12 bytes")));
        assertThat(FittingText.of("\"", 1).text()).isEmpty();
        assertThat(FittingText.of("abc", 3)).isEqualTo(new FittingText("abc", Optional.empty()));
    }

    private SourceRecord letter(String json) {
        MalformedSession malformed = new MalformedSession(
                Optional.of(ID), Optional.empty(), Optional.empty(), "session", "is too large. ".repeat(10), json);
        return new DeadLetters(
                        "dead",
                        Records.SCHEMAS,
                        UserPrivacy.none(),
                        RecordTimestamp.INGESTION,
                        Map.of(ORGANISATION, "key"),
                        MAX_SESSION)
                .record(new SourcePartition(ORGANISATION, SessionStream.COMPLETED), Map.of(), malformed);
    }

    private static int size(SourceRecord record, Function<Struct, byte[]> converter) {
        int bytes = converter.apply((Struct) record.key()).length + converter.apply((Struct) record.value()).length;
        for (Header header : record.headers()) {
            bytes += bytes(header.key()) + bytes(header.value());
        }
        return bytes;
    }

    private static int bytes(Object text) {
        return text.toString().getBytes(UTF_8).length;
    }
}
