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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchRecordsTest {

    private static final String END = "2026-01-06T09:30:00.000Z";
    private static final StreamOffset BEFORE = StreamOffset.from(SessionStream.COMPLETED, Instant.parse(END));
    private static final StreamOffset AFTER =
            StreamOffset.from(SessionStream.COMPLETED, Instant.parse(END).plusMillis(1));

    private final BatchRecords records = new BatchRecords(
            Records.sessions(RecordTimestamp.INGESTION),
            Optional.of(Records.deadLetters(UserPrivacy.none(), RecordTimestamp.INGESTION, 1000)));

    /** {@code b} is malformed. */
    @ParameterizedTest
    @CsvSource({"a b c, '', done dead done", "a b, '', done dead", "a, a, done open"})
    void onlyTheLastRecordOfABatchMovesTheOffset(String ids, String closing, String topics) {
        List<SourceRecord> list = of(
                Optional.of(BEFORE),
                closing.isEmpty() ? Set.of() : Set.of(closing),
                Stream.of(ids.split(" ")).map(BatchRecordsTest::entry).toList());
        int last = list.size() - 1;

        assertThat(list).extracting(SourceRecord::topic).containsExactly(topics.split(" "));
        assertThat(list.subList(0, last))
                .allMatch(record -> record.sourceOffset().equals(BEFORE.toMap()));
        assertThat(list.get(last).sourceOffset()).isEqualTo(AFTER.toMap());
        assertThat(list).filteredOn(SourceRecord::topic, "open").allMatch(record -> record.value() == null);
    }

    @Test
    void nothingWasStoredBeforeTheFirstBatch() {
        assertThat(of(Optional.empty(), Set.of(), List.of(entry("a"), entry("c")))
                        .get(0)
                        .sourceOffset())
                .isNull();
    }

    private List<SourceRecord> of(Optional<StreamOffset> before, Set<String> closing, List<Entry> entries) {
        return records.of(new Batch(
                "north",
                SessionStream.COMPLETED,
                entries,
                closing,
                before,
                AFTER,
                TestBatches.progress(entries.size())));
    }

    private static Entry entry(String id) {
        return id.equals("b")
                ? Records.malformed(Optional.of(id), Optional.of(Instant.parse(END)), "{}")
                : aSession().id(id).completedAt(END).build();
    }
}
