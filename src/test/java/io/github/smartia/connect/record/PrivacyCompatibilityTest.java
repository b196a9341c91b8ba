package io.github.smartia.connect.record;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;

/** "Changing a privacy setting keeps the subject FULL compatible." */
class PrivacyCompatibilityTest {

    @Property(tries = 200)
    void recordsOfAnySettingsCanBeReadByTheSchemaOfAnyOthers(
            @ForAll("settings") UserPrivacy one,
            @ForAll("settings") UserPrivacy other,
            @ForAll RecordShape shape,
            @ForAll SessionStream stream) {
        Schema first = AvroForm.schema(SessionSchemas.under(one, shape).value(stream));
        Schema second = AvroForm.schema(SessionSchemas.under(other, shape).value(stream));

        assertThat(checkReaderWriterCompatibility(first, second).getType()).isEqualTo(COMPATIBLE);
        assertThat(checkReaderWriterCompatibility(second, first).getType()).isEqualTo(COMPATIBLE);
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
            return UserPrivacy.of(left, others, "a secret of the right length");
        });
    }
}
