package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
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

    private final BatchRecords records = new BatchRecords(
            Records.sessions(RecordTimestamp.INGESTION),
            Optional.of(Records.deadLetters(UserPrivacy.none(), RecordTimestamp.INGESTION, 1000)));

    @Test
    void onlyTheLastRecordOfABatchMovesTheOffset() {
        List<SourceRecord> list = of(Set.of(), session("a"), malformed("b"), session("c"));

        assertThat(list).extracting(SourceRecord::topic).containsExactly("done", "dead", "done");
        assertOffsets(list, BEFORE, BEFORE, AFTER);
    }

    @Test
    void deadLetterMovesTheOffsetToo() {
        assertOffsets(of(Set.of(), session("a"), malformed("b")), BEFORE, AFTER);
    }

    @Test
    void tombstoneAfterItsSessionMovesTheOffset() {
        List<SourceRecord> list = of(Set.of("a"), session("a"));

        assertThat(list).extracting(SourceRecord::topic).containsExactly("done", "open");
        assertThat(list.get(1).value()).isNull();
        assertOffsets(list, BEFORE, AFTER);
    }

    @Test
    void nothingWasStoredBeforeTheFirstBatch() {
        assertThat(of(Optional.empty(), Set.of(), session("a"), session("b"))
                        .get(0)
                        .sourceOffset())
                .isNull();
    }

    private List<SourceRecord> of(Set<String> closing, Entry... entries) {
        return of(Optional.of(BEFORE), closing, entries);
    }

    private List<SourceRecord> of(Optional<StreamOffset> before, Set<String> closing, Entry... entries) {
        return records.of(new Batch(
                "north",
                SessionStream.COMPLETED,
                List.of(entries),
                closing,
                before,
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
        return Records.malformed(Optional.of(id), Optional.of(Instant.parse(END)), "{}");
    }
}
