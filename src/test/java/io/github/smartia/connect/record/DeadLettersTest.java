package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.record.privacy.Pseudonyms;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final SourcePartition COMPLETED = SourcePartition.of("north", SessionStream.COMPLETED);
    private static final SourcePartition ELSEWHERE = SourcePartition.of("south", SessionStream.COMPLETED);
    private static final Map<String, ?> OFFSET = Map.of("endDate", "2026-01-06T09:30:00.250Z");
    private static final Instant START = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Instant END = Instant.parse("2026-01-06T09:30:00.250Z");
    private static final String JSON = "{\"sessionId\":\"s-1\",\"user\":{\"fullName\":\"Zoë Müller\"}}";
    private static final MalformedSession KNOWN = malformed(Optional.of("s-1"), Optional.of(END), JSON);
    private static final MalformedSession NAMELESS = malformed(Optional.empty(), Optional.of(END), JSON);
    private static final int PLENTY = 1000;

    private final SessionSchemas schemas = SessionSchemas.withAllFields();
    private final DeadLetters letters = letters(UserPrivacy.none(), RecordTimestamp.INGESTION, PLENTY);

    @Test
    void theRecordGoesWhereItIsToldWithItsOffset() {
        SourceRecord record = letters.record(COMPLETED, OFFSET, KNOWN);

        assertThat(record.topic()).isEqualTo("dead");
        assertThat(record.sourcePartition()).isSameAs(COMPLETED.toMap());
        assertThat(record.sourceOffset()).isSameAs(OFFSET);
        assertThat(record.kafkaPartition()).isNull();
    }

    @Test
    void theValueSaysWhatIsWrongAndHoldsTheJson() {
        SourceRecord record = letters.record(COMPLETED, OFFSET, KNOWN);

        assertThat(record.valueSchema()).isSameAs(schemas.deadLetter());
        assertThat(fields((Struct) record.value()))
                .containsExactly(
                        Map.entry("stream", "completed"),
                        Map.entry("organisation", "north"),
                        Map.entry("error", "user.userId is missing"),
                        Map.entry("field", "user.userId"),
                        Map.entry("json", JSON));
    }

    @Test
    void theSchemaHasTheNameThatNamingStrategiesAskFor() {
        assertThat(AvroForm.schema(schemas.deadLetter()).getFullName())
                .isEqualTo("io.github.smartia.connect.DeadLetter");
    }

    @Test
    void aDeadLetterSurvivesAvro() throws IOException {
        Struct value = (Struct) letters.record(COMPLETED, OFFSET, KNOWN).value();
        GenericRecord avro = AvroForm.record(value);

        GenericRecord read = AvroForm.read(AvroForm.bytes(avro), avro.getSchema(), avro.getSchema());

        assertThat(AvroForm.struct(read)).isEqualTo(value);
    }

    @Test
    void theKeyIsThatOfTheSession() {
        SourceRecord record = letters.record(COMPLETED, OFFSET, KNOWN);

        assertThat(record.keySchema()).isSameAs(schemas.key());
        assertThat(key(record)).isEqualTo("s-1");
    }

    @Test
    void withoutAnIdTheKeyIsAHashOfTheContent() {
        MalformedSession emptyId = malformed(Optional.of(""), Optional.of(END), JSON);
        MalformedSession other = malformed(Optional.empty(), Optional.of(END), "{}");

        assertThat(key(NAMELESS)).matches("content-[\\w-]{43}").isEqualTo(key(emptyId));
        assertThat(key(NAMELESS)).isNotEqualTo(key(other));
    }

    @Test
    void theHashCannotBeTriedWithoutTheApiKey() {
        String other = key(letters.record(ELSEWHERE, OFFSET, NAMELESS));

        assertThat(key(NAMELESS)).isNotEqualTo(other);
        assertThat(key(NAMELESS)).isEqualTo("content-" + new Pseudonyms("key of the north").of(JSON));
    }

    @Test
    void headersRepeatWhatIsWrongAndNotTheJson() {
        assertThat(headers(letters.record(COMPLETED, OFFSET, KNOWN)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "smart-ia.error", "user.userId is missing",
                        "smart-ia.field", "user.userId",
                        "smart-ia.stream", "completed",
                        "smart-ia.organisation", "north"));
    }

    @Test
    void theJsonIsWrittenAsThePrivacySettingsSay() {
        UserPrivacy privacy = UserPrivacy.of(Set.of("fullName"), Set.of(), "");

        assertThat(json(letters(privacy, RecordTimestamp.INGESTION, PLENTY), KNOWN))
                .isEqualTo("{\"sessionId\":\"s-1\",\"user\":{}}");
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
    void jsonIsMeasuredWithItsPseudonyms() {
        UserPrivacy privacy = UserPrivacy.of(Set.of(), Set.of("username"), "a secret of the right length");
        String pseudonym = new Pseudonyms("a secret of the right length").of("z");
        MalformedSession small = malformed(Optional.empty(), Optional.empty(), "{\"user\":{\"username\":\"z\"}}");

        assertThat(json(letters(privacy, RecordTimestamp.INGESTION, 30), small))
                .isEqualTo("{\"user\":{\"username\":\"" + pseudonym.substring(0, 4));
    }

    @Test
    void withTheEventAsTimestampItIsTheDateThatOrdersTheStream() {
        DeadLetters byEvent = letters(UserPrivacy.none(), RecordTimestamp.EVENT, PLENTY);
        MalformedSession undated = malformed(Optional.empty(), Optional.empty(), JSON);

        assertThat(byEvent.record(COMPLETED, OFFSET, KNOWN).timestamp()).isEqualTo(END.toEpochMilli());
        assertThat(byEvent.record(COMPLETED, OFFSET, undated).timestamp()).isNull();
        assertThat(letters.record(COMPLETED, OFFSET, KNOWN).timestamp()).isNull();
    }

    private DeadLetters letters(UserPrivacy privacy, RecordTimestamp timestamp, long maxJsonBytes) {
        Map<String, String> apiKeys = Map.of("north", "key of the north", "south", "key of the south");
        return new DeadLetters("dead", schemas, privacy, timestamp, apiKeys, maxJsonBytes);
    }

    private static String json(DeadLetters letters, MalformedSession malformed) {
        return ((Struct) letters.record(COMPLETED, OFFSET, malformed).value()).getString("json");
    }

    private String key(MalformedSession malformed) {
        return key(letters.record(COMPLETED, OFFSET, malformed));
    }

    private static String key(SourceRecord record) {
        return ((Struct) record.key()).getString("sessionId");
    }

    private static Map<String, Object> fields(Struct struct) {
        Map<String, Object> fields = new LinkedHashMap<>();
        struct.schema().fields().forEach(field -> fields.put(field.name(), struct.get(field)));
        return fields;
    }

    private static Map<String, Object> headers(SourceRecord record) {
        Map<String, Object> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }

    private static MalformedSession malformed(Optional<String> id, Optional<Instant> end, String json) {
        return new MalformedSession(id, Optional.of(START), end, "user.userId", "is missing", json);
    }
}
