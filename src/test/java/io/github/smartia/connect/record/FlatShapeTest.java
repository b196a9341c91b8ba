package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.privacy.Pseudonyms;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Flatten;
import org.apache.kafka.connect.transforms.ReplaceField;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlatShapeTest {

    private static final String SECRET = "a secret of the right length";
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(SECRET);
    private static final SessionSchemas NESTED = SessionSchemas.withAllFields();
    private static final SessionSchemas FLAT = SessionSchemas.under(UserPrivacy.none(), RecordShape.FLAT);

    /** Not flattened by Kafka: lists, and maps, on which it fails. */
    private static final Set<String> TEXTS = Set.of("user_emails", "additionalFields");

    @ParameterizedTest
    @EnumSource
    void columnsAreThoseOfKafkasFlatten(SessionStream stream) {
        Session session = aFullSession().build();
        Struct expected = flattened(NESTED.value(stream, "north", session));
        Struct value = FLAT.value(stream, "north", session);

        value.validate();
        assertThat(value.schema().fields())
                .extracting(Field::name)
                .startsWith(expected.schema().fields().stream().map(Field::name).toArray(String[]::new))
                .hasSize(expected.schema().fields().size() + 1)
                .endsWith("additionalFields");
        assertThat(expected.schema().fields())
                .filteredOn(field -> !TEXTS.contains(field.name()))
                .allSatisfy(field -> {
                    Schema schema = value.schema().field(field.name()).schema();
                    assertThat(value.get(field.name())).isEqualTo(expected.get(field));
                    assertThat(schema.type()).isEqualTo(field.schema().type());
                    assertThat(schema.name()).isEqualTo(field.schema().name());
                    assertThat(schema.isOptional()).isEqualTo(field.schema().isOptional());
                });
    }

    private static Struct flattened(Struct nested) {
        SourceRecord record = new SourceRecord(Map.of(), Map.of(), "topic", nested.schema(), nested);
        try (Transformation<SourceRecord> withoutMap = new ReplaceField.Value<>();
                Transformation<SourceRecord> flatten = new Flatten.Value<>()) {
            withoutMap.configure(Map.of("exclude", "additionalFields"));
            flatten.configure(Map.of("delimiter", "_"));
            return (Struct) flatten.apply(withoutMap.apply(record)).value();
        }
    }

    @ParameterizedTest
    @EnumSource
    void schemasHaveNamesOfTheirOwn(SessionStream stream) {
        Schema nested = NESTED.value(stream);

        assertThat(FLAT.value(stream).name())
                .isEqualTo(nested.name().replace("connect.", "connect.Flat"))
                .isNotEqualTo(nested.name());
    }

    @Test
    void keysAndDeadLettersAreTheSame() {
        assertThat(FLAT.key()).isEqualTo(NESTED.key());
        assertThat(FLAT.deadLetter()).isEqualTo(NESTED.deadLetter());
    }

    @Test
    void emailsAreJoinedByCommas() {
        assertThat(completed(FLAT, aFullSession().build()).getString("user_emails"))
                .isEqualTo("zoe@school.example,zoe@home.example");
    }

    @Test
    void additionalFieldsAreOneJsonObject() {
        Session session = aFullSession()
                .additionalField("test.\"new\"", "{\"a\":[1.50,null]}")
                .additionalField("cohort", "7")
                .build();

        assertThat(completed(FLAT, session).getString("additionalFields"))
                .isEqualTo("{\"cohort\":7,\"test.\\\"new\\\"\":{\"a\":[1.50,null]},\"user.house\":\"Raven\"}");
    }

    @Test
    void whatIsMissingIsNull() {
        Session session = aSession().completedAt("2026-01-06T09:30:00.000Z").build();

        Struct value = completed(FLAT, session);

        value.validate();
        assertThat(value.schema().fields())
                .filteredOn(field -> value.get(field) != null)
                .extracting(Field::name)
                .containsExactly(
                        "sessionId",
                        "organisation",
                        "status",
                        "startDate",
                        "endDate",
                        "user_userId",
                        "user_gender",
                        "test_testId");
    }

    @Test
    void privacyHolds() {
        SessionSchemas schemas = SessionSchemas.under(
                UserPrivacy.of(Set.of("fullName", "username"), Set.of("userId", "emails"), SECRET), RecordShape.FLAT);

        Struct value = completed(schemas, aFullSession().build());

        assertThat(value.schema().field("user_fullName")).isNull();
        assertThat(value.schema().field("user_username")).isNull();
        assertThat(value.get("user_userId")).isEqualTo(PSEUDONYMS.of("a-user"));
        assertThat(value.schema().field("user_userId").schema().doc()).contains("pseudonym");
        assertThat(value.get("user_emails"))
                .isEqualTo(PSEUDONYMS.of("zoe@school.example") + "," + PSEUDONYMS.of("zoe@home.example"));
        assertThat(value.get("additionalFields")).isNull();
    }

    static java.util.stream.Stream<String> optionalColumns() {
        return FLAT.value(SessionStream.COMPLETED).fields().stream()
                .filter(field -> field.schema().isOptional())
                .map(Field::name);
    }

    @ParameterizedTest
    @MethodSource("optionalColumns")
    void anOptionalColumnMayLeaveOrReturn(String column) {
        org.apache.avro.Schema all = AvroForm.schema(FLAT.value(SessionStream.COMPLETED));
        org.apache.avro.Schema without = AvroFields.without(all, column);

        assertThat(without).isNotEqualTo(all);
        assertCompatible(without, all);
        assertCompatible(all, without);
    }

    @ParameterizedTest
    @EnumSource
    void aFullSessionSurvivesAvro(SessionStream stream) throws IOException {
        Struct value = FLAT.value(stream, "north", aFullSession().build());
        GenericRecord record = AvroForm.record(value);

        assertThat(AvroForm.struct(AvroForm.read(AvroForm.bytes(record), record.getSchema(), record.getSchema())))
                .isEqualTo(value);
    }

    private static void assertCompatible(org.apache.avro.Schema reader, org.apache.avro.Schema writer) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static Struct completed(SessionSchemas schemas, Session session) {
        return schemas.value(SessionStream.COMPLETED, "north", session);
    }
}
