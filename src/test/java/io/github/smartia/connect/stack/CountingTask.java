package io.github.smartia.connect.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Hands over the numbers; the source offset is the next number. */
public final class CountingTask extends SourceTask {

    private static final Map<String, String> PARTITION = Map.of("counter", "default");
    private static final String NEXT = "next";
    private static final Schema KEY = SchemaBuilder.struct()
            .name("io.github.smartia.connect.stack.NumberKey")
            .field("number", Schema.INT64_SCHEMA)
            .build();
    private static final Schema VALUE = SchemaBuilder.struct()
            .name("io.github.smartia.connect.stack.Number")
            .field("number", Schema.INT64_SCHEMA)
            .field("text", Schema.STRING_SCHEMA)
            .build();

    private final CountDownLatch stopped = new CountDownLatch(1);
    private String topic = "";
    private long end;
    private int batchSize;
    private long next;

    @Override
    public void start(Map<String, String> props) {
        AbstractConfig config = new AbstractConfig(new CountingConnector().config(), props);
        topic = config.getString(CountingConnector.TOPIC);
        end = config.getLong(CountingConnector.RECORDS);
        batchSize = config.getInt(CountingConnector.BATCH);
        next = Optional.ofNullable(context.offsetStorageReader().offset(PARTITION))
                .map(offset -> (Long) offset.get(NEXT))
                .orElse(0L);
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        if (next == end) {
            stopped.await(200, TimeUnit.MILLISECONDS);
            return List.of();
        }
        long from = next;
        next = Math.min(end, from + batchSize);
        return LongStream.range(from, next).mapToObj(this::record).toList();
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public String version() {
        return "1";
    }

    private SourceRecord record(long number) {
        Struct key = new Struct(KEY).put("number", number);
        Struct value = new Struct(VALUE).put("number", number).put("text", "number " + number);
        return new SourceRecord(PARTITION, Map.of(NEXT, number + 1), topic, KEY, key, VALUE, value);
    }
}
