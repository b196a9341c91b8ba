package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static io.github.smartia.connect.record.Records.COMPLETED;
import static io.github.smartia.connect.record.Records.END;
import static io.github.smartia.connect.record.Records.IN_PROGRESS;
import static io.github.smartia.connect.record.Records.OFFSET;
import static io.github.smartia.connect.record.Records.SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import java.time.Instant;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class SessionRecordsTest {

    private final SessionRecords records = Records.sessions(RecordTimestamp.INGESTION);
    private final SourceRecord completed =
            records.session(COMPLETED, OFFSET, aFullSession().id("s-1").build());
    private final SourceRecord inProgress =
            records.session(IN_PROGRESS, OFFSET, aSession().id("s-1").build());

    @Test
    void eachStreamHasItsTopicAndItsSchema() {
        assertThat(completed.topic()).isEqualTo("done");
        assertThat(completed.valueSchema()).isSameAs(SCHEMAS.value(SessionStream.COMPLETED));
        assertThat(inProgress.topic()).isEqualTo("open");
        assertThat(inProgress.valueSchema()).isSameAs(SCHEMAS.value(SessionStream.IN_PROGRESS));
    }

    @Test
    void keyIsTheSessionIdAndTheRestAsGiven() {
        assertThat(completed.keySchema()).isSameAs(SCHEMAS.key());
        assertThat(Records.key(completed)).isEqualTo("s-1");
        assertThat(((Struct) completed.value()).getString("organisation")).isEqualTo("north");
        assertThat(completed.sourcePartition()).isSameAs(COMPLETED.toMap());
        assertThat(completed.sourceOffset()).isSameAs(OFFSET);
        assertThat(completed.kafkaPartition()).isNull();
    }

    @Test
    void timestampOfIngestionIsTheProducers() {
        assertThat(completed.timestamp()).isNull();
        assertThat(records.tombstone(COMPLETED, OFFSET, "s-1", END).timestamp()).isNull();
    }

    @Test
    void timestampOfTheEventIsTheDateOfTheStreamSince1970() {
        SessionRecords byEvent = Records.sessions(RecordTimestamp.EVENT);
        Session session = aFullSession().startedAt("2026-01-06T08:00:00.500Z").build();

        assertThat(byEvent.session(COMPLETED, OFFSET, session).timestamp()).isEqualTo(END.toEpochMilli());
        assertThat(byEvent.session(IN_PROGRESS, OFFSET, session).timestamp())
                .isEqualTo(Instant.parse("2026-01-06T08:00:00.500Z").toEpochMilli());
        assertThat(byEvent.tombstone(COMPLETED, OFFSET, "s-1", END).timestamp()).isEqualTo(END.toEpochMilli());
        Instant before1970 = Instant.parse("0001-01-01T00:00:00.000Z");
        assertThat(byEvent.tombstone(COMPLETED, OFFSET, "s-1", before1970).timestamp())
                .isNull();
    }

    @Test
    void tombstoneHasTheKeyOfItsSessionAndNoValue() {
        SourceRecord tombstone = records.tombstone(COMPLETED, OFFSET, "s-1", END);

        assertThat(tombstone.topic()).isEqualTo(inProgress.topic());
        assertThat(tombstone.keySchema()).isSameAs(inProgress.keySchema());
        assertThat(tombstone.key()).isEqualTo(inProgress.key());
        assertThat(tombstone.valueSchema()).isNull();
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.sourcePartition()).isSameAs(COMPLETED.toMap());
        assertThat(tombstone.sourceOffset()).isSameAs(OFFSET);
    }

    @Test
    void completedSessionWithoutItsEndIsRefused() {
        Session session = aSession().id("s-1").build();

        assertThatThrownBy(() -> records.session(COMPLETED, OFFSET, session))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("s-1", "endDate");
    }
}
