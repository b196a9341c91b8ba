package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static io.github.smartia.connect.record.Records.FLAT;
import static io.github.smartia.connect.record.Records.SCHEMAS;
import static io.github.smartia.connect.record.Records.completed;
import static io.github.smartia.connect.record.Records.configured;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.privacy.Pseudonyms;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Flatten;
import org.apache.kafka.connect.transforms.ReplaceField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlatShapeTest {

    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(Records.SECRET);

    /** Not flattened by Kafka: lists, and maps, on which it fails. */
    private static final Set<String> TEXTS = Set.of("user_emails", "additionalFields");

    @ParameterizedTest
    @EnumSource
    void columnsAreThoseOfKafkasFlatten(SessionStream stream) {
        Session session = aFullSession().build();
        Struct expected = flattened(SCHEMAS.value(stream, "north", session));
        Struct value = FLAT.value(stream, "north", session);

        value.validate();
        assertThat(Records.names(value.schema()))
                .startsWith(Records.names(expected.schema()).toArray(String[]::new))
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
        try (ReplaceField<SourceRecord> withoutMap =
                        configured(new ReplaceField.Value<>(), Map.of("exclude", "additionalFields"));
                Flatten<SourceRecord> flatten = configured(new Flatten.Value<>(), Map.of("delimiter", "_"))) {
            return (Struct) flatten.apply(withoutMap.apply(record)).value();
        }
    }

    @Test
    void valuesHaveSchemasOfTheirOwnKeysAndDeadLettersHaveNot() {
        for (SessionStream stream : SessionStream.values()) {
            assertThat(FLAT.value(stream).name())
                    .contains("connect.Flat")
                    .isEqualTo(SCHEMAS.value(stream).name().replace("connect.", "connect.Flat"));
        }
        assertThat(FLAT.key()).isEqualTo(SCHEMAS.key());
        assertThat(FLAT.deadLetter()).isEqualTo(SCHEMAS.deadLetter());
    }

    @Test
    void listsAreJoinedAndAdditionalFieldsOneJson() {
        Struct value = completed(
                FLAT,
                aFullSession()
                        .additionalField("test.\"new\"", "{\"a\":[1.50,null]}")
                        .additionalField("cohort", "7"));

        assertThat(value.getString("user_emails")).isEqualTo("zoe@school.example,zoe@home.example");
        assertThat(value.getString("additionalFields"))
                .isEqualTo("{\"cohort\":7,\"test.\\\"new\\\"\":{\"a\":[1.50,null]},\"user.house\":\"Raven\"}");
    }

    @Test
    void whatIsMissingIsNull() {
        assertThat(Records.present(completed(FLAT, aSession())))
                .isEqualTo("sessionId organisation status startDate endDate user_userId user_gender test_testId");
    }

    @Test
    void privacyHolds() {
        SessionSchemas schemas = SessionSchemas.under(
                UserPrivacy.of(Set.of("fullName", "username"), Set.of("userId", "emails"), Records.SECRET),
                RecordShape.FLAT);

        Struct value = completed(schemas, aFullSession());

        assertThat(Records.names(value.schema())).doesNotContain("user_fullName", "user_username");
        assertThat(value.get("user_userId")).isEqualTo(PSEUDONYMS.of("a-user"));
        assertThat(value.schema().field("user_userId").schema().doc()).contains("pseudonym");
        assertThat(value.get("user_emails"))
                .isEqualTo(PSEUDONYMS.of("zoe@school.example") + "," + PSEUDONYMS.of("zoe@home.example"));
        assertThat(value.get("additionalFields")).isNull();
    }
}
