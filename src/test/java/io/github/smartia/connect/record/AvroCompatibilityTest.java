package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Sessions;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A field may come or go, by the API or by the privacy settings, without a registry set to FULL refusing the schema. */
class AvroCompatibilityTest {

    private static final SessionSchemas SCHEMAS = SessionSchemas.withAllFields();
    private static final Schema COMPLETED = AvroForm.schema(SCHEMAS.value(SessionStream.COMPLETED));

    static java.util.stream.Stream<String> optionalFields() {
        return FieldPath.in(SCHEMAS.value(SessionStream.COMPLETED))
                .filter(field -> !field.isRequired())
                .map(FieldPath::path);
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void anOptionalFieldMayLeaveOrReturn(String path) {
        Schema without = AvroFields.without(COMPLETED, path);

        assertThat(without).isNotEqualTo(COMPLETED);
        assertFullyCompatible(without, COMPLETED);
    }

    @Test
    void allOptionalFieldsMayLeaveTogether() {
        Schema bare = optionalFields().reduce(COMPLETED, AvroFields::without, (left, right) -> right);

        assertThat(bare.getFields())
                .extracting(Schema.Field::name)
                .containsExactly("sessionId", "organisation", "status", "startDate", "endDate", "user", "test");
        assertFullyCompatible(bare, COMPLETED);
    }

    @Test
    void onlyIdentityDatesAndStatusAreRequired() {
        assertThat(FieldPath.in(SCHEMAS.value(SessionStream.COMPLETED)).filter(FieldPath::isRequired))
                .extracting(FieldPath::path)
                .containsExactly(
                        "sessionId",
                        "organisation",
                        "status",
                        "startDate",
                        "endDate",
                        "user",
                        "user.userId",
                        "test",
                        "test.testId");
    }

    @Test
    void aRequiredFieldMayNotReturn() {
        Schema without = AvroFields.without(COMPLETED, "user.userId");

        assertThat(compatibility(COMPLETED, without)).isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    }

    @ParameterizedTest
    @EnumSource
    void aFullSessionSurvivesAvro(SessionStream stream) throws IOException {
        Struct value = SCHEMAS.value(stream, "north", Sessions.aFullSession().build());

        assertThat(throughAvro(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    void aBareSessionSurvivesAvro(SessionStream stream) throws IOException {
        Struct value = SCHEMAS.value(
                stream,
                "north",
                Sessions.aSession().completedAt("2026-01-06T09:30:00.000Z").build());

        assertThat(throughAvro(value)).isEqualTo(value);
    }

    @Test
    void aReaderWithoutAFieldReadsWhatWasWrittenWithIt() throws IOException {
        Struct value = SCHEMAS.value(
                SessionStream.COMPLETED, "north", Sessions.aFullSession().build());
        Schema reader = AvroFields.without(COMPLETED, "user.upn");

        GenericRecord read = AvroForm.read(AvroForm.bytes(AvroForm.record(value)), COMPLETED, reader);

        GenericRecord user = (GenericRecord) read.get("user");
        assertThat(user.getSchema().getField("upn")).isNull();
        assertThat(user.get("username")).hasToString("zoe_m");
    }

    private static Struct throughAvro(Struct value) throws IOException {
        GenericRecord record = AvroForm.record(value);
        return AvroForm.struct(AvroForm.read(AvroForm.bytes(record), record.getSchema(), record.getSchema()));
    }

    private static void assertFullyCompatible(Schema one, Schema other) {
        assertThat(compatibility(one, other)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        assertThat(compatibility(other, one)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }
}
