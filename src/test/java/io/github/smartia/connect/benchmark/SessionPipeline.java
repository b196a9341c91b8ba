package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.api.json.PageReader;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.Batch;
import io.github.smartia.connect.read.KeyedContentHash;
import io.github.smartia.connect.read.TestBatches;
import io.github.smartia.connect.record.BatchRecords;
import io.github.smartia.connect.record.RecordTimestamp;
import io.github.smartia.connect.record.SessionRecords;
import io.github.smartia.connect.record.SessionSchemas;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What becomes of a page of the API on its way to Connect, step by step; an operation is one session. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
public class SessionPipeline {

    private static final int SESSIONS = 100;

    private final KeyedContentHash hash = new KeyedContentHash("simulated-key");
    private final BatchRecords records = new BatchRecords(
            new SessionRecords(
                    SessionSchemas.withAllFields(),
                    Map.of(SessionStream.COMPLETED, "topic"),
                    RecordTimestamp.INGESTION),
            Optional.empty());
    private byte[] json = {};
    private SessionPage page = new SessionPage(List.of(), 0);
    private List<Batch> batches = List.of();

    /** Takes a full page of school history from the simulated API. */
    @Setup
    public void readPage() {
        try (SimulatedApi api = Histories.api(Histories.ofCompleted(2 * SESSIONS), 0)) {
            json = FirstPage.of(api);
        }
        page = PageReader.read(json, Long.MAX_VALUE, field -> {});
        Session first = (Session) page.entries().get(0);
        StreamOffset offset =
                StreamOffset.from(SessionStream.COMPLETED, first.endDate().orElseThrow());
        batches = List.of(new Batch(
                "simulated",
                SessionStream.COMPLETED,
                page.entries(),
                Set.of(),
                Optional.of(offset),
                offset,
                TestBatches.progress(SESSIONS)));
    }

    /** The JSON of a page is read. */
    @Benchmark
    @OperationsPerInvocation(SESSIONS)
    public SessionPage parse() {
        return PageReader.read(json, Long.MAX_VALUE, field -> {});
    }

    /** Content is hashed, to know it again. */
    @Benchmark
    @OperationsPerInvocation(SESSIONS)
    public long fingerprint() {
        return page.entries().stream().mapToLong(hash::of).sum();
    }

    /** Sessions become records. */
    @Benchmark
    @OperationsPerInvocation(SESSIONS)
    public List<SourceRecord> record() {
        return records.of(batches.get(0));
    }
}
