package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.Records.COMPLETED;
import static io.github.smartia.connect.record.Records.END;
import static io.github.smartia.connect.record.Records.OFFSET;
import static io.github.smartia.connect.record.Records.SCHEMAS;
import static io.github.smartia.connect.record.Records.deadLetters;
import static io.github.smartia.connect.record.Records.malformed;
import static io.github.smartia.connect.record.Records.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.record.privacy.Pseudonyms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final SourcePartition ELSEWHERE = new SourcePartition("south", SessionStream.COMPLETED);
    private static final String JSON = "{\"sessionId\":\"s-1\",\"user\":{\"fullName\":\"Zoë Müller\"}}";
    private static final MalformedSession KNOWN = malformed(Optional.of("s-1"), Optional.of(END), JSON);
    private static final MalformedSession NAMELESS = malformed(Optional.empty(), Optional.of(END), JSON);
    private static final int PLENTY = 1000;

    private final DeadLetters letters = deadLetters(UserPrivacy.none(), RecordTimestamp.INGESTION, PLENTY);
    private final SourceRecord known = letters.record(COMPLETED, OFFSET, KNOWN);

    @Test
    void recordHasTopicPartitionOffsetAndKey() {
        assertThat(known.topic()).isEqualTo("dead");
        assertThat(known.sourcePartition()).isSameAs(COMPLETED.toMap());
        assertThat(known.sourceOffset()).isSameAs(OFFSET);
        assertThat(known.kafkaPartition()).isNull();
        assertThat(known.keySchema()).isSameAs(SCHEMAS.key());
        assertThat(Records.key(known)).isEqualTo("s-1");
    }

    @Test
    void valueSaysWhatIsWrongAndHoldsTheJson() {
        Struct value = (Struct) known.value();

        assertThat(known.valueSchema()).isSameAs(SCHEMAS.deadLetter());
        assertThat(values(value))
                .hasToString("{stream=completed, organisation=north, error=user.userId is missing, field=user.userId,"
                        + " json=" + JSON + "}");
        assertThat(AvroForm.throughAvro(value)).isEqualTo(value);
    }

    /** Without the API key nobody can try contents. */
    @Test
    void withoutAnIdTheKeyIsAHashOfTheJsonAndTheApiKey() {
        MalformedSession emptyId = malformed(Optional.of(""), Optional.of(END), JSON);

        assertThat(Records.key(letters.record(COMPLETED, OFFSET, NAMELESS)))
                .isEqualTo("content-" + new Pseudonyms("key of the north").of(JSON));
        assertThat(Records.key(letters.record(ELSEWHERE, OFFSET, emptyId)))
                .isEqualTo("content-" + new Pseudonyms("key of the south").of(JSON));
    }

    @Test
    void headersRepeatWhatIsWrongAndNotTheJson() {
        assertThat(headers(known))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "smart-ia.error", "user.userId is missing",
                        "smart-ia.field", "user.userId",
                        "smart-ia.stream", "completed",
                        "smart-ia.organisation", "north"));
    }

    @Test
    void jsonThatDoesNotFitIsCutAndTheErrorSaysSo() {
        MalformedSession large = malformed(Optional.of("s-1"), Optional.of(END), "a".repeat(PLENTY + 1));

        SourceRecord record = letters.record(COMPLETED, OFFSET, large);

        assertThat(((Struct) record.value()).getString("json")).isEqualTo("a".repeat(PLENTY));
        assertThat(((Struct) record.value()).getString("error"))
                .isEqualTo("user.userId is missing; json is cut to its first 1000 of 1001 bytes")
                .isEqualTo(headers(record).get("smart-ia.error"));
    }

    @Test
    void jsonIsMeasuredAndCutWithItsPseudonyms() {
        UserPrivacy privacy = UserPrivacy.of(Set.of("fullName"), Set.of("username"), Records.SECRET);
        String pseudonym = new Pseudonyms(Records.SECRET).of("z");
        MalformedSession small =
                malformed(Optional.empty(), Optional.empty(), "{\"user\":{\"fullName\":\"Zoë\",\"username\":\"z\"}}");

        SourceRecord record =
                deadLetters(privacy, RecordTimestamp.INGESTION, 30).record(COMPLETED, OFFSET, small);

        assertThat(((Struct) record.value()).getString("json"))
                .isEqualTo("{\"user\":{\"username\":\"" + pseudonym.substring(0, 4));
    }

    @Test
    void timestampOfTheEventIsTheDateOfTheStream() {
        DeadLetters byEvent = deadLetters(UserPrivacy.none(), RecordTimestamp.EVENT, PLENTY);
        MalformedSession undated = malformed(Optional.empty(), Optional.empty(), JSON);

        assertThat(byEvent.record(COMPLETED, OFFSET, KNOWN).timestamp()).isEqualTo(END.toEpochMilli());
        assertThat(byEvent.record(COMPLETED, OFFSET, undated).timestamp()).isNull();
        assertThat(known.timestamp()).isNull();
    }

    private static Map<String, Object> headers(SourceRecord record) {
        Map<String, Object> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }
}
