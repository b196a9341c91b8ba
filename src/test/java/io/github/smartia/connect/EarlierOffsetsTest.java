package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Offsets as version 0.1.0 stored them after five sessions of each stream. Never to be changed: whatever a later version
 * stores, it must go on from these.
 */
@Timeout(30)
class EarlierOffsetsTest {

    private static final String KEY = "a-key";
    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private static final Map<String, Object> COMPLETED = Map.of(
            "endDate", "2026-01-06T09:00:05.000Z",
            "sessionId", "00000000-0000-4000-8000-000000000005",
            "watermark", "2026-01-06T08:50:04.980Z",
            "caughtUp", "2026-01-06T09:00:03.000Z",
            "hash", "2-584d186c",
            "published", "kKjHqPJmMwP5OTTSegrPDwCL9guTbg9Bzw-ZMiS0_ozN188P55rNl6xJVunPDxHllPSBztbd",
            "closed", "");

    private static final Map<String, Object> IN_PROGRESS = Map.of(
            "startDate", "2026-01-06T09:00:05.000Z",
            "sessionId", "00000000-0000-4000-8000-00000000000f",
            "watermark", "2026-01-06T08:50:04.948Z",
            "hash", "2-584d186c",
            "published", "kKjHqPJmEWdPT-7IP8zPD9G7A1sSTgILzw-LvdGey_4g888PYTUT49Jh9RrPD3Usjls8rkHB",
            "open", "dSyOWzxhNRPj0ou90Z7L0bsDWxIRZ09P7g");

    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(KEY));
    private final SmartIaSourceTask task = new SmartIaSourceTask();

    @AfterEach
    void stop() {
        task.stop();
        api.close();
    }

    @Test
    void aTaskGoesOnFromThemWithoutRepeatingOrForgettingAnything() throws InterruptedException {
        for (int number = 1; number <= 5; number++) {
            api.sessions().add(completed(number));
            api.sessions()
                    .add(SessionBuilder.inProgress()
                            .id(id(10 + number))
                            .startedAt(NINE.plusSeconds(number))
                            .build());
        }
        task.initialize(new StoredBefore(new Storage()));
        task.start(Map.of("name", "earlier", "api.url", api.url(), "api.key", KEY, "poll.interval.ms", "100"));

        assertThat(publishedWithinRequests(6)).as("published again").isEmpty();

        api.sessions().add(completed(6));
        api.sessions().complete(id(11), NINE.plusSeconds(7));
        List<String> published = publishedWithinRequests(6);
        assertThat(published)
                .containsExactlyInAnyOrder("record of " + id(6), "record of " + id(11), "tombstone of " + id(11));
    }

    /** What the task publishes while it makes so many requests, answers to them included. */
    private List<String> publishedWithinRequests(int count) throws InterruptedException {
        long enough = api.requests().count() + count;
        List<String> published = new ArrayList<>();
        while (api.requests().count() < enough) {
            task.poll().forEach(record -> published.add(described(record)));
        }
        return published;
    }

    private static String described(SourceRecord record) {
        String id = ((Struct) record.key()).getString("sessionId");
        return (record.value() == null ? "tombstone of " : "record of ") + id;
    }

    private static SimulatedSession completed(int number) {
        return SessionBuilder.completed()
                .id(id(number))
                .endedAt(NINE.plusSeconds(number))
                .build();
    }

    private static UUID id(int number) {
        return new UUID(0x4000L, Long.MIN_VALUE | number);
    }

    /** Finds the offsets by the partitions of the contract. */
    private static final class Storage implements OffsetStorageReader {

        @Override
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            assertThat(partition.get("organisation")).isEqualTo("default");
            return "completed".equals(partition.get("stream")) ? COMPLETED : IN_PROGRESS;
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            return partitions.stream().collect(Collectors.toMap(Function.identity(), this::offset));
        }
    }
}
