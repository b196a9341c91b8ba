package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest.SourceOffset;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.WorkerOptions;
import io.github.smartia.connect.stack.WorkerPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On workers without exactly-once support nothing is lost either, and only what was not committed is repeated. */
@ExtendWith(StackExtension.Expendable.class)
class AtLeastOnceIT {

    private static final int KILLS = Math.max(2, Integer.getInteger("kills", 10) / 5);

    @AutoClose
    private static WorkerPair workers;

    private final MortalConnector.KillMoments moments = new MortalConnector.KillMoments();

    @BeforeAll
    static void startWorkers(Stack stack) {
        // Offsets that are stored in the middle of what belongs together would be found out.
        workers = stack.startPair(
                WorkerOptions.inGroup("at-least-once").withQuickTakeover().with("offset.flush.interval.ms", "20"));
    }

    @Test
    void readingGoesOnRightBehindWhatTheKilledWorkerCommitted(Stack stack) {
        try (SimulatedApi api = MortalConnector.apiWithHistory(KILLS);
                MortalConnector connector = new MortalConnector(stack, workers, "repeats", api, Map.of())) {
            List<SimulatedSession> all = ExpectedRecords.completed(api);
            WrittenOrder order = new WrittenOrder(all);
            List<Integer> behindCommitted = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                behindCommitted.add(order.placeBehind(connector.dieWhileTheOtherWorkerRuns(moments)));
            }
            List<Integer> places = order.places(connector.awaitCompleted(all));

            assertThat(places).as("lost, %s", moments).containsAll(placesOf(all));
            assertThat(behindCommitted)
                    .as("where repeats began, %s", moments)
                    .containsSubsequence(WrittenOrder.jumps(places));
        }
    }

    @Test
    void sessionsThatStartedOrCompletedUnderAKilledWorkerAreAllClosed(Stack stack) {
        try (SimulatedApi api = MortalConnector.apiWithHistory(1);
                MortalConnector connector = new MortalConnector(stack, workers, "closed-anyway", api, Map.of())) {
            connector.awaitOffsetStored();
            List<String> pupils = ExpectedRecords.ids(connector.dieAtTheTail(moments, 0));
            connector.awaitCompleted(ExpectedRecords.completed(api));
            connector.awaitMoreRequests();

            Map<String, Boolean> open =
                    PublishedRecords.open(connector.inProgress().awaitEnd());
            assertThat(open).as("open sessions, %s", moments).containsKeys(pupils.toArray(String[]::new));
            assertThat(open.keySet().stream().filter(open::get))
                    .as("open sessions, %s", moments)
                    .containsExactlyInAnyOrderElementsOf(ExpectedRecords.ids(ExpectedRecords.inProgress(api)));
        }
    }

    @Test
    void nothingThatWasCommittedBeforeIsRepeatedWhenTheBrokerDies(Stack stack) {
        try (SimulatedApi api = MortalConnector.apiWithHistory(1);
                MortalConnector connector = new MortalConnector(stack, workers, "broker-repeats", api, Map.of())) {
            List<SimulatedSession> all = ExpectedRecords.completed(api);
            WrittenOrder order = new WrittenOrder(all);
            connector.awaitBackfill(moments);
            int behindCommitted = order.placeBehind(connector.offsets());
            stack.expendableBroker().kill();
            stack.expendableBroker().start();
            List<Integer> places = order.places(connector.awaitCompleted(all));

            assertThat(places).as("lost, %s", moments).containsAll(placesOf(all));
            assertThat(WrittenOrder.jumps(places))
                    .as("where repeats began, %s", moments)
                    .allMatch(place -> place >= behindCommitted);
        }
    }

    private static List<Integer> placesOf(List<SimulatedSession> all) {
        return IntStream.range(0, all.size()).boxed().toList();
    }

    /** The records of a topic by their places in the order in which the sessions should have been written. */
    private static final class WrittenOrder {

        private final Map<String, Integer> places = new HashMap<>();

        WrittenOrder(List<SimulatedSession> expected) {
            ExpectedRecords.ids(expected).forEach(id -> places.put(id, places.size()));
        }

        List<Integer> places(List<TopicRecord> records) {
            return PublishedRecords.ids(records).stream().map(places::get).toList();
        }

        /** The place from which reading goes on that finds these offsets of the completed stream. */
        int placeBehind(List<SourceOffset> stored) {
            return stored.stream()
                    .filter(offset -> "completed".equals(offset.partition().get("stream")))
                    .map(offset -> 1 + places.get((String) offset.offset().get("sessionId")))
                    .findFirst()
                    .orElse(0);
        }

        /** The places that do not follow on those before them. */
        static List<Integer> jumps(List<Integer> places) {
            return IntStream.range(1, places.size())
                    .filter(i -> places.get(i) != places.get(i - 1) + 1)
                    .mapToObj(places::get)
                    .toList();
        }
    }
}
