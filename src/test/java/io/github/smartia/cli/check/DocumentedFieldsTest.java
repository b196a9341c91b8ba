package io.github.smartia.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.FieldPath;
import io.github.smartia.connect.record.SessionSchemas;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;

class DocumentedFieldsTest {

    /** The tool shares no code with the connector, so its list is compared with the fields of the records. */
    @Test
    void fieldsOfARecordAreDocumented() {
        Schema completed = SessionSchemas.withAllFields().value(SessionStream.COMPLETED);

        assertThat(FieldPath.in(completed).map(FieldPath::path))
                .filteredOn(path -> !path.equals("organisation")
                        && !path.equals("additionalFields")
                        && !path.equals("result.durationSeconds"))
                .allSatisfy(
                        path -> assertThat(DocumentedFields.type(path)).as(path).isPresent());
    }
}
