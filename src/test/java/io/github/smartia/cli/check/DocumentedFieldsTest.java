package io.github.smartia.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.SessionSchemas;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;

class DocumentedFieldsTest {

    /** The tool shares no code with the connector, so its list is compared with the fields of the records. */
    @Test
    void fieldsOfARecordAreDocumented() {
        Schema completed = SessionSchemas.withAllFields().value(SessionStream.COMPLETED);

        assertThat(paths("", completed))
                .filteredOn(path -> !path.equals("organisation")
                        && !path.equals("additionalFields")
                        && !path.equals("result.durationSeconds"))
                .allSatisfy(
                        path -> assertThat(DocumentedFields.type(path)).as(path).isPresent());
    }

    private static Stream<String> paths(String prefix, Schema struct) {
        return struct.fields().stream().flatMap(field -> paths(prefix, field));
    }

    private static Stream<String> paths(String prefix, Field field) {
        String path = prefix + field.name();
        return field.schema().type() == Schema.Type.STRUCT
                ? Stream.concat(Stream.of(path), paths(path + ".", field.schema()))
                : Stream.of(path);
    }
}
