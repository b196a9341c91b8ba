package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.api.json.PageReader;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.record.RecordTimestamp;
import io.github.smartia.connect.record.SessionRecords;
import io.github.smartia.connect.record.SessionSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Makes the records of one page at its start, and then hands them over again and again. */
public final class ReadyMadeTask extends SourceTask {

    private static final int BATCH = 500;
    private static final Map<String, ?> OFFSET = Map.of("endDate", "2026-01-06T00:00:00.000Z");

    private final CountDownLatch stopped = new CountDownLatch(1);
    private List<SourceRecord> page = List.of();
    private int records;
    private int next;

    @Override
    public void start(Map<String, String> props) {
        records = Integer.parseInt(props.get(ReadyMadeConnector.RECORDS));
        SessionRecords sessions = new SessionRecords(
                SessionSchemas.withAllFields(),
                Map.of(SessionStream.COMPLETED, props.get(ReadyMadeConnector.TOPIC)),
                RecordTimestamp.INGESTION);
        SourcePartition partition = new SourcePartition("default", SessionStream.COMPLETED);
        page =
                PageReader.read(bytes(Path.of(props.get(ReadyMadeConnector.PAGE))), Long.MAX_VALUE, field -> {})
                        .entries()
                        .stream()
                        .map(entry -> sessions.session(partition, OFFSET, (Session) entry))
                        .toList();
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        if (next == records) {
            stopped.await(200, TimeUnit.MILLISECONDS);
            return List.of();
        }
        int from = next;
        next = Math.min(records, from + BATCH);
        return IntStream.range(from, next).mapToObj(this::record).toList();
    }

    private SourceRecord record(int number) {
        SourceRecord made = page.get(number % page.size());
        Struct key = new Struct(made.keySchema()).put("sessionId", new UUID(1, number).toString());
        return made.newRecord(
                made.topic(), null, made.keySchema(), key, made.valueSchema(), made.value(), made.timestamp());
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public String version() {
        return "1";
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file, e);
        }
    }
}
