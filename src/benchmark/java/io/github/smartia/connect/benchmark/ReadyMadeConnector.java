package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.api.json.PageReader;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.record.RecordTimestamp;
import io.github.smartia.connect.record.SessionRecords;
import io.github.smartia.connect.record.SessionSchemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Publishes the same sessions over and over, under ids of their own: what the framework can do with such records. */
public final class ReadyMadeConnector extends SourceConnector {

    static final String RECORDS = "records";

    static final String TOPIC = "topic";

    /** A response of the API. */
    static final String PAGE = "page";

    private Map<String, String> settings = Map.of();

    @Override
    public void start(Map<String, String> props) {
        settings = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ReadyMadeTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings);
    }

    @Override
    public void stop() {}

    @Override
    public ConfigDef config() {
        return new ConfigDef();
    }

    @Override
    public String version() {
        return "1";
    }

    /** Makes the records of one page at its start, and then hands them over again and again. */
    public static final class ReadyMadeTask extends SourceTask {

        private static final int BATCH = 500;
        private static final Map<String, ?> OFFSET = Map.of("endDate", "2026-01-06T00:00:00.000Z");

        private List<SourceRecord> page = List.of();
        private int records;
        private int next;

        @Override
        public void start(Map<String, String> props) {
            records = Integer.parseInt(props.get(RECORDS));
            SessionRecords sessions = new SessionRecords(
                    SessionSchemas.withAllFields(),
                    Map.of(SessionStream.COMPLETED, props.get(TOPIC)),
                    RecordTimestamp.INGESTION);
            SourcePartition partition = new SourcePartition("default", SessionStream.COMPLETED);
            byte[] json = props.get(PAGE).getBytes(StandardCharsets.UTF_8);
            page = PageReader.read(json, Long.MAX_VALUE, field -> {}).entries().stream()
                    .map(entry -> sessions.session(partition, OFFSET, (Session) entry))
                    .toList();
        }

        @Override
        public List<SourceRecord> poll() throws InterruptedException {
            if (next == records) {
                TimeUnit.MILLISECONDS.sleep(200);
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
        public void stop() {}

        @Override
        public String version() {
            return "1";
        }
    }
}
