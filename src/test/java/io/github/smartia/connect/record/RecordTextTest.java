package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.record.Records.COMPLETED;
import static io.github.smartia.connect.record.Records.END;
import static io.github.smartia.connect.record.Records.OFFSET;
import static io.github.smartia.connect.record.Records.configured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.ExtractField;
import org.apache.kafka.connect.transforms.HeaderFrom;
import org.apache.kafka.connect.transforms.RegexRouter;
import org.apache.kafka.connect.transforms.SetSchemaMetadata;
import org.apache.kafka.connect.transforms.TimestampRouter;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.ValueToKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Connect and transforms put into logs and errors where they name one of our records. */
class RecordTextTest {

    private final SessionRecords records = Records.sessions(RecordTimestamp.INGESTION);
    private final SourceRecord session =
            records.session(COMPLETED, OFFSET, aFullSession().id("s-1").build());

    @Test
    void textNamesTopicPartitionAndKeyAlone() {
        SourceRecord letter = Records.deadLetters(UserPrivacy.none(), RecordTimestamp.INGESTION, 1000)
                .record(COMPLETED, OFFSET, Records.malformed(Optional.of("s-1"), Optional.of(END), "\"Zoë\""));

        assertThat(session)
                .hasToString("SourceRecord{sourcePartition=" + COMPLETED + ", topic='done', kafkaPartition=null,"
                        + " key=Struct{sessionId=s-1}}");
        assertThat(records.tombstone(COMPLETED, OFFSET, "s-1", END).toString())
                .contains("topic='open'", "key=Struct{sessionId=s-1}");
        assertThat(letter.toString()).contains("'dead'", "s-1").doesNotContain("Zoë");
    }

    @Test
    void errorOfATransformShowsNoPupil() {
        TimestampRouter<SourceRecord> router = configured(new TimestampRouter<>(), Map.of());

        assertThatThrownBy(() -> router.apply(session))
                .isInstanceOf(DataException.class)
                .hasMessage("Timestamp missing on record: " + session)
                .hasMessageNotContaining("Zoë");
    }

    static List<Transformation<SourceRecord>> transforms() {
        return List.of(
                configured(new RegexRouter<>(), Map.of("regex", "done", "replacement", "elsewhere")),
                configured(new ExtractField.Value<>(), Map.of("field", "user")),
                configured(new ValueToKey<>(), Map.of("fields", "user")),
                configured(new SetSchemaMetadata.Value<>(), Map.of("schema.name", "Session")),
                configured(
                        new HeaderFrom.Value<>(), Map.of("fields", "user", "headers", "pupil", "operation", "copy")));
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void transformedRecordShowsNoPupil(Transformation<SourceRecord> transform) {
        SourceRecord made = transform.apply(session);

        assertThat(made).isNotEqualTo(session);
        assertThat(made.sourceOffset()).isSameAs(OFFSET);
        assertThat(made.toString()).contains("s-1").doesNotContain("Zoë", "a-user", "A123456789012");
    }

    @Test
    void transformedRecordHoldsWhatItWasGiven() {
        SourceRecord made = configured(
                        new HeaderFrom.Value<SourceRecord>(),
                        Map.of("fields", "status", "headers", "state", "operation", "move"))
                .apply(session);

        assertThat(made.topic()).isEqualTo("done");
        assertThat(made.key()).isSameAs(session.key());
        assertThat(made.valueSchema().field("status")).isNull();
        assertThat(made.headers().lastWithName("state").value()).isEqualTo("COMPLETED");
        assertThat(made.sourcePartition()).isSameAs(session.sourcePartition());
    }
}
