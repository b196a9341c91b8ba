package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.stack.TopicRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class TopicTallyTest {

    private static final Schema SESSION = SchemaBuilder.record("Session")
            .fields()
            .requiredString("sessionId")
            .requiredLong("endDate")
            .endRecord();

    private final TopicTally tally = new TopicTally(DateField.END_DATE);

    @Test
    void countsRecordsAndTombstonesApart() {
        tally.add(record("a", 1));
        tally.add(record("b", 2));
        tally.add(record(Optional.empty()));

        assertThat(tally.records()).isEqualTo(2);
        assertThat(tally.tombstones()).isEqualTo(1);
    }

    @Test
    void theNewestSessionIsThatOfTheLatestDate() {
        tally.add(record("newest", 9));
        tally.add(record("late", 3));

        assertThat(tally.newest()).contains(new SeenSession("newest", Instant.ofEpochMilli(9)));
    }

    @Test
    void ofOneDateTheLastToArriveIsTheNewest() {
        tally.add(record("first", 9));
        tally.add(record("second", 9));

        assertThat(tally.newest().map(SeenSession::id)).contains("second");
    }

    @Test
    void tombstonesAloneMakeNoNewestSession() {
        tally.add(record(Optional.empty()));

        assertThat(tally.newest()).isEmpty();
    }

    private static TopicRecord record(String id, long endDate) {
        return record(Optional.of(new GenericRecordBuilder(SESSION)
                .set("sessionId", id)
                .set("endDate", endDate)
                .build()));
    }

    private static TopicRecord record(Optional<Object> value) {
        return new TopicRecord(Optional.of("key"), value, 0, 0, Instant.EPOCH, Map.of());
    }
}
