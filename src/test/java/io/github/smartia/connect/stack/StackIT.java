package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class StackIT {

    @Test
    void recordsComeBackAsTheyWereSent(Stack stack) {
        stack.connect().create("sent", counting("numbers-sent", 1_000));
        stack.connect().awaitRunning("sent");

        try (TopicReader reader = stack.reader("numbers-sent")) {
            List<TopicRecord> records = reader.awaitCount(1_000);

            assertThat(numbers(records)).containsExactlyElementsOf(upTo(1_000));
            assertThat(records.get(7).keyRecord().get("number")).isEqualTo(7L);
            assertThat(records.get(7).valueRecord().get("text")).hasToString("number 7");
            assertThat(reader.awaitEnd()).hasSize(1_000);
        }
        stack.connect().delete("sent");
    }

    @Test
    void theRegistryKnowsTheSchemasOfKeyAndValue(Stack stack) {
        stack.connect().put("registered", counting("numbers-registered", 1));
        try (TopicReader reader = stack.reader("numbers-registered")) {
            reader.awaitCount(1);
        }

        assertThat(stack.registry().subjects()).contains("numbers-registered-key", "numbers-registered-value");
        stack.connect().delete("registered");
    }

    @Test
    void offsetsCanBeReadSetAndReset(Stack stack) {
        ConnectRest connect = stack.connect();
        connect.put("moved", counting("numbers-moved", 10));
        try (TopicReader reader = stack.reader("numbers-moved")) {
            reader.awaitCount(10);
            connect.stop("moved");
            connect.awaitState("moved", "STOPPED");
            assertThat(connect.offsets("moved"))
                    .containsExactly(new SourceOffset(Map.of("counter", "default"), Map.of("next", 10)));

            connect.patchOffset("moved", Map.of("counter", "default"), Optional.of(Map.of("next", 8)));
            connect.resume("moved");

            assertThat(numbers(reader.awaitCount(12)).subList(10, 12)).containsExactly(8L, 9L);
        }
        connect.delete("moved");
    }

    @Test
    void pausesAndResumes(Stack stack) {
        ConnectRest connect = stack.connect();
        connect.put("paused", counting("numbers-paused", 1));
        connect.awaitRunning("paused");

        connect.pause("paused");
        assertThat(connect.awaitState("paused", "PAUSED").tasks()).hasSize(1);
        connect.resume("paused");
        connect.awaitRunning("paused");
        connect.restart("paused");
        connect.awaitRunning("paused");
        connect.delete("paused");
        assertThat(connect.connectors()).doesNotContain("paused");
    }

    @Test
    void aRefusalCarriesTheAnswer(Stack stack) {
        assertThat(stack.connect()
                        .validate(Map.of("connector.class", CountingConnector.class.getName()))
                        .byName())
                .containsKeys("records", "topic");
        assertThatThrownBy(() -> stack.connect().status("nobody"))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("nobody");
    }

    @Test
    void aWorkerThatWasKilledGoesOnWhereItWas(Stack stack) {
        WorkerOptions options = WorkerOptions.inGroup("killed").withExactlyOnce();
        try (ConnectWorker worker = stack.startWorker(options);
                TopicReader reader = stack.reader("numbers-killed")) {
            worker.rest().create("killed", counting("numbers-killed", 100_000));
            reader.awaitCount(5_000);

            worker.kill();
            int beforeRestart = reader.awaitEnd().size();
            worker.start();

            assertThat(beforeRestart).isLessThan(100_000);
            assertThat(numbers(reader.awaitCount(100_000))).containsExactlyElementsOf(upTo(100_000));
        }
    }

    @Test
    void twoWorkersFormAGroup(Stack stack) {
        WorkerOptions options = WorkerOptions.inGroup("pair");
        try (ConnectWorker first = stack.startWorker(options);
                ConnectWorker second = stack.startWorker(options)) {
            first.rest().create("one", counting("numbers-one", 1));
            first.rest().create("two", counting("numbers-two", 1));

            String workerOfOne =
                    second.rest().awaitRunning("one").tasks().get(0).workerId();
            second.rest()
                    .await(
                            "two",
                            now -> now.isRunning()
                                    && !now.tasks().get(0).workerId().equals(workerOfOne));
        }
    }

    private static Map<String, String> counting(String topic, long records) {
        return Map.of(
                "connector.class",
                CountingConnector.class.getName(),
                "tasks.max",
                "1",
                CountingConnector.TOPIC,
                topic,
                CountingConnector.RECORDS,
                Long.toString(records));
    }

    private static List<Long> numbers(List<TopicRecord> records) {
        return records.stream()
                .map(read -> (Long) read.valueRecord().get("number"))
                .toList();
    }

    private static List<Long> upTo(long end) {
        return LongStream.range(0, end).boxed().toList();
    }
}
