package io.github.smartia.connect.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
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

    @ParameterizedTest
    @ValueSource(strings = {"name", "{\"a\":\"\\\"\"}", "\t", "é", "€", "\uD83C\uDF93"})
    void aDeadLetterPassesTheProducer(String part) throws IOException {
        SourceRecord record = letter(part.repeat(MAX_REQUEST / part.length()));

        assertThat(avro(record.key()) + avro(record.value()) + headers(record)).isLessThan(MAX_REQUEST);
        assertThat(json(record.key()) + json(record.value()) + headers(record)).isLessThan(MAX_REQUEST);
    }

    @Test
    void mostOfWhatIsAllowedIsUsed() throws IOException {
        assertThat(avro(letter("a".repeat(MAX_REQUEST)).value())).isGreaterThan(MAX_SESSION);
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

    private static int avro(Object struct) throws IOException {
        return AvroForm.bytes(AvroForm.record((Struct) struct)).length;
    }

    /** With the schema beside it, as Connect's own converter writes by default. */
    private static int json(Object value) {
        Struct struct = (Struct) value;
        return bytes(Records.values(struct))
                + bytes(AvroForm.schema(struct.schema()).toString());
    }

    private static int headers(SourceRecord record) {
        int bytes = 0;
        for (Header header : record.headers()) {
            bytes += bytes(header.key()) + bytes(header.value());
        }
        return bytes;
    }

    private static int bytes(Object value) {
        return JsonMapper.shared().writeValueAsString(value).getBytes(UTF_8).length;
    }
}
