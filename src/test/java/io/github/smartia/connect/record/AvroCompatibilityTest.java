package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A field may come or go, by the API or by the privacy settings, without a registry set to FULL refusing the schema. */
class AvroCompatibilityTest {

    static Stream<Arguments> optionalFields() {
        return Stream.of(RecordShape.values())
                .flatMap(shape -> FieldPath.in(schemas(shape).value(SessionStream.COMPLETED))
                        .filter(field -> !field.isRequired())
                        .map(field -> arguments(shape, field.path())));
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void optionalFieldMayLeaveOrReturn(RecordShape shape, String path) {
        Schema all = AvroForm.schema(schemas(shape).value(SessionStream.COMPLETED));
        Schema without = without(all, path);

        assertThat(without).isNotEqualTo(all);
        assertFullyCompatible(without, all);
    }

    @Test
    void onlyIdentityDatesAndStatusAreRequired() {
        assertThat(FieldPath.in(Records.SCHEMAS.value(SessionStream.COMPLETED))
                        .filter(FieldPath::isRequired)
                        .map(FieldPath::path)
                        .toList())
                .hasToString("[sessionId, organisation, status, startDate, endDate,"
                        + " user, user.userId, test, test.testId]");
    }

    @ParameterizedTest
    @EnumSource
    void fullAndBareSessionsSurviveAvro(SessionStream stream) {
        Session bare = aSession().completedAt("2026-01-06T09:30:00.000Z").build();
        for (Session session : List.of(aFullSession().build(), bare)) {
            for (RecordShape shape : RecordShape.values()) {
                Struct value = schemas(shape).value(stream, "north", session);
                assertThat(AvroForm.throughAvro(value)).isEqualTo(value);
            }
        }
    }

    @Property(tries = 200)
    void schemasOfAnyPrivacySettingsAreCompatible(
            @ForAll("settings") UserPrivacy one,
            @ForAll("settings") UserPrivacy other,
            @ForAll RecordShape shape,
            @ForAll SessionStream stream) {
        assertFullyCompatible(
                AvroForm.schema(SessionSchemas.under(one, shape).value(stream)),
                AvroForm.schema(SessionSchemas.under(other, shape).value(stream)));
    }

    @Provide
    Arbitrary<UserPrivacy> settings() {
        Arbitrary<Set<String>> excluded =
                Arbitraries.of(UserPrivacy.excludable()).set();
        Arbitrary<Set<String>> pseudonymised =
                Arbitraries.of(UserPrivacy.pseudonymisable()).set();
        return Combinators.combine(excluded, pseudonymised).as((left, hidden) -> {
            Set<String> others = new HashSet<>(hidden);
            others.removeAll(left);
            return UserPrivacy.of(left, others, Records.SECRET);
        });
    }

    private static SessionSchemas schemas(RecordShape shape) {
        return SessionSchemas.under(UserPrivacy.none(), shape);
    }

    private static void assertFullyCompatible(Schema one, Schema other) {
        assertThat(checkReaderWriterCompatibility(one, other).getType()).isEqualTo(COMPATIBLE);
        assertThat(checkReaderWriterCompatibility(other, one).getType()).isEqualTo(COMPATIBLE);
    }

    /** The same record without the field at this dotted path. */
    private static Schema without(Schema schema, String path) {
        JsonNode json = JsonMapper.shared().readTree(schema.toString());
        String[] names = path.split("\\.", -1);
        JsonNode struct = json;
        for (String name : List.of(names).subList(0, names.length - 1)) {
            struct = struct.path("fields")
                    .valueStream()
                    .filter(field -> isNamed(field, name))
                    .findFirst()
                    .orElseThrow()
                    .findParent("fields");
        }
        ((ArrayNode) struct.path("fields")).removeIf(field -> isNamed(field, names[names.length - 1]));
        return new Schema.Parser().parse(json.toString());
    }

    private static boolean isNamed(JsonNode field, String name) {
        return field.path("name").asString().equals(name);
    }
}
