package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.Batch;
import io.github.smartia.connect.read.TestBatches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class BatchRecordsTest {

    private static final String END = "2026-01-06T09:30:00.000Z";
    private static final StreamOffset BEFORE = StreamOffset.from(SessionStream.COMPLETED, Instant.parse(END));
    private static final StreamOffset AFTER =
            StreamOffset.from(SessionStream.COMPLETED, Instant.parse(END).plusMillis(1));

    private final SessionSchemas schemas = SessionSchemas.withAllFields();
    private final BatchRecords records = new BatchRecords(
            new SessionRecords(
                    schemas,
                    Map.of(SessionStream.COMPLETED, "done", SessionStream.IN_PROGRESS, "open"),
                    RecordTimestamp.INGESTION),
            Optional.of(new DeadLetters(
                    "dead",
                    schemas,
                    UserPrivacy.none(),
                    RecordTimestamp.INGESTION,
                    Map.of("some-school", "key"),
                    1000)));

    @Test
    void onlyTheLastRecordOfADeliveryMovesTheOffset() {
        List<SourceRecord> list = of(Set.of(), session("a"), malformed("b"), session("c"));

        assertThat(list).extracting(SourceRecord::topic).containsExactly("done", "dead", "done");
        assertOffsets(list, BEFORE, BEFORE, AFTER);
    }

    @Test
    void aDeadLetterMovesTheOffsetLikeAnyOther() {
        assertOffsets(of(Set.of(), session("a"), malformed("b")), BEFORE, AFTER);
    }

    @Test
    void aTombstoneFollowsItsSessionAndMovesTheOffsetInItsPlace() {
        List<SourceRecord> list = of(Set.of("a"), session("a"));

        assertThat(list).extracting(SourceRecord::topic).containsExactly("done", "open");
        assertThat(list.get(1).value()).isNull();
        assertOffsets(list, BEFORE, AFTER);
    }

    @Test
    void nothingWasStoredBeforeTheFirstBatch() {
        Batch first = new Batch(
                "some-school",
                SessionStream.COMPLETED,
                List.of(session("a"), session("b")),
                Set.of(),
                Optional.empty(),
                AFTER,
                TestBatches.progress(2));

        assertThat(records.of(first).get(0).sourceOffset()).isNull();
    }

    private List<SourceRecord> of(Set<String> closing, Entry... entries) {
        return records.of(new Batch(
                "some-school",
                SessionStream.COMPLETED,
                List.of(entries),
                closing,
                Optional.of(BEFORE),
                AFTER,
                TestBatches.progress(entries.length)));
    }

    private static void assertOffsets(List<SourceRecord> list, StreamOffset... offsets) {
        List<Map<String, String>> maps =
                java.util.stream.Stream.of(offsets).map(StreamOffset::toMap).toList();
        assertThat(list).<Object>extracting(SourceRecord::sourceOffset).containsExactlyElementsOf(maps);
    }

    private static Entry session(String id) {
        return aSession().id(id).completedAt(END).build();
    }

    private static Entry malformed(String id) {
        return new MalformedSession(
                Optional.of(id), Optional.empty(), Optional.of(Instant.parse(END)), "test", "is missing", "{}");
    }
}
