package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class SessionRecordsTest {

    private static final SourcePartition COMPLETED = SourcePartition.of("north", SessionStream.COMPLETED);
    private static final SourcePartition IN_PROGRESS = SourcePartition.of("north", SessionStream.IN_PROGRESS);
    private static final Map<String, ?> OFFSET = Map.of("endDate", "2026-01-06T09:30:00.250Z");
    private static final Instant COMPLETION = Instant.parse("2026-01-06T09:30:00.250Z");

    private final SessionSchemas schemas = SessionSchemas.withAllFields();
    private final SessionRecords records = records(RecordTimestamp.INGESTION);

    @Test
    void eachStreamHasItsTopicAndItsSchema() {
        SourceRecord completed =
                records.session(COMPLETED, OFFSET, aFullSession().build());
        SourceRecord inProgress =
                records.session(IN_PROGRESS, OFFSET, aSession().build());

        assertThat(completed.topic()).isEqualTo("done");
        assertThat(completed.valueSchema()).isSameAs(schemas.value(SessionStream.COMPLETED));
        assertThat(inProgress.topic()).isEqualTo("open");
        assertThat(inProgress.valueSchema()).isSameAs(schemas.value(SessionStream.IN_PROGRESS));
    }

    @Test
    void theKeyIsTheSessionId() {
        SourceRecord record =
                records.session(COMPLETED, OFFSET, aFullSession().id("s-1").build());

        assertThat(record.keySchema()).isSameAs(schemas.key());
        assertThat(((Struct) record.key()).getString("sessionId")).isEqualTo("s-1");
    }

    @Test
    void theValueNamesTheOrganisationOfThePartition() {
        SourceRecord record = records.session(COMPLETED, OFFSET, aFullSession().build());

        assertThat(((Struct) record.value()).getString("organisation")).isEqualTo("north");
    }

    @Test
    void sourcePartitionAndOffsetAreThoseGiven() {
        SourceRecord record = records.session(COMPLETED, OFFSET, aFullSession().build());

        assertThat(record.sourcePartition()).isSameAs(COMPLETED.toMap());
        assertThat(record.sourceOffset()).isSameAs(OFFSET);
        assertThat(record.kafkaPartition()).isNull();
    }

    @Test
    void theProducerSetsTheTimestampOfIngestion() {
        assertThat(records.session(COMPLETED, OFFSET, aFullSession().build()).timestamp())
                .isNull();
        assertThat(records.tombstone(COMPLETED, OFFSET, "s-1", COMPLETION).timestamp())
                .isNull();
    }

    @Test
    void theTimestampOfTheEventIsTheDateThatOrdersTheStream() {
        SessionRecords byEvent = records(RecordTimestamp.EVENT);
        Session session = aFullSession().startedAt("2026-01-06T08:00:00.500Z").build();

        assertThat(byEvent.session(COMPLETED, OFFSET, session).timestamp()).isEqualTo(COMPLETION.toEpochMilli());
        assertThat(byEvent.session(IN_PROGRESS, OFFSET, session).timestamp())
                .isEqualTo(Instant.parse("2026-01-06T08:00:00.500Z").toEpochMilli());
        assertThat(byEvent.tombstone(COMPLETED, OFFSET, "s-1", COMPLETION).timestamp())
                .isEqualTo(COMPLETION.toEpochMilli());
    }

    @Test
    void aDateBefore1970IsNoTimestamp() {
        Session session = aFullSession().startedAt("0001-01-01T00:00:00.000Z").build();

        assertThat(records(RecordTimestamp.EVENT)
                        .session(IN_PROGRESS, OFFSET, session)
                        .timestamp())
                .isNull();
    }

    @Test
    void aTombstoneHasTheKeyOfItsSessionAndNoValue() {
        SourceRecord session =
                records.session(IN_PROGRESS, OFFSET, aSession().id("s-1").build());
        SourceRecord tombstone = records.tombstone(COMPLETED, OFFSET, "s-1", COMPLETION);

        assertThat(tombstone.topic()).isEqualTo(session.topic());
        assertThat(tombstone.keySchema()).isSameAs(session.keySchema());
        assertThat(tombstone.key()).isEqualTo(session.key());
        assertThat(tombstone.valueSchema()).isNull();
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.sourcePartition()).isSameAs(COMPLETED.toMap());
        assertThat(tombstone.sourceOffset()).isSameAs(OFFSET);
    }

    @Test
    void aCompletedSessionWithoutItsEndIsRefusedByNameOfSessionAndField() {
        Session session = aSession().id("s-1").build();

        assertThatThrownBy(() -> records.session(COMPLETED, OFFSET, session))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("s-1")
                .hasMessageContaining("endDate");
    }

    private SessionRecords records(RecordTimestamp timestamp) {
        Map<SessionStream, String> topics = Map.of(SessionStream.COMPLETED, "done", SessionStream.IN_PROGRESS, "open");
        return new SessionRecords(schemas, topics, timestamp);
    }
}
