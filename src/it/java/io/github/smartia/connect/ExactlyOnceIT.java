package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.HangingTransactions;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.WorkerOptions;
import io.github.smartia.connect.stack.WorkerPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On workers with exactly-once support, a reader of committed records sees every session once, whatever dies. Workers are
 * killed ten times, and by {@code -Dkills=100} a hundred times.
 */
@ExtendWith(StackExtension.Expendable.class)
class ExactlyOnceIT {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final int BROKER_KILLS = Math.max(2, KILLS / 5);
    private static final int TAIL_ROUNDS = Math.max(1, KILLS / 5);
    private static final Map<String, String> EXACTLY_ONCE = Map.of("exactly.once.support", "required");

    @AutoClose
    private static WorkerPair workers;

    private final MortalConnector.KillMoments moments = new MortalConnector.KillMoments();

    @BeforeAll
    static void startWorkers(Stack stack) {
        workers = stack.startPair(
                WorkerOptions.inGroup("exactly-once").withExactlyOnce().withQuickTakeover());
    }

    @Test
    void everySessionIsCommittedOnceWhicheverWorkerDies(Stack stack) {
        int backfillKills = KILLS - 2 * TAIL_ROUNDS;
        try (SimulatedApi api = MortalConnector.apiWithHistory(backfillKills);
                MortalConnector connector = new MortalConnector(stack, workers, "once", api, EXACTLY_ONCE)) {
            List<SimulatedSession> opened = new ArrayList<>(ExpectedRecords.inProgress(api));
            for (int kill = 1; kill < backfillKills; kill++) {
                connector.dieInTheBackfill(moments);
            }
            // At random a worker may die between two transactions each time.
            connector.dieInATransaction(moments);
            assertIsInTheBackfill(connector, api);
            connector.commitEachPoll();
            for (int round = 0; round < TAIL_ROUNDS; round++) {
                opened.addAll(connector.dieAtTheTail(moments, round));
            }

            assertHoldsAllOnce(connector, api, opened);
            assertThat(connector.hidden()).as("records of aborted transactions").isPositive();
        }
    }

    /** A producer that finds its broker again goes on with its transaction: here none need have been aborted. */
    @Test
    void everySessionIsCommittedOnceWhenTheBrokerDies(Stack stack, HangingTransactions hanging) {
        hanging.attemptWhereNoneWasTorn(attempt -> killBroker(stack, "broker-dies-" + attempt));
    }

    private void killBroker(Stack stack, String name) {
        try (SimulatedApi api = MortalConnector.apiWithHistory(BROKER_KILLS);
                MortalConnector connector = new MortalConnector(stack, workers, name, api, EXACTLY_ONCE)) {
            for (int kill = 0; kill < BROKER_KILLS; kill++) {
                connector.awaitBackfill(moments);
                stack.expendableBroker().kill();
                // Or the backfill would end before it is looked at.
                api.faults().always(Fault.status(503));
                stack.expendableBroker().start();
                assertIsInTheBackfill(connector, api);
                api.faults().clear();
            }

            assertHoldsAllOnce(connector, api, ExpectedRecords.inProgress(api));
        }
    }

    private void assertHoldsAllOnce(MortalConnector connector, SimulatedApi api, List<SimulatedSession> opened) {
        List<SimulatedSession> completed = ExpectedRecords.completed(api);
        List<String> closed = endedAfter(connector.tombstonesAfter(), completed);
        connector.completed().awaitCount(completed.size());
        List<TopicRecord> inProgress = connector.inProgress().awaitCount(opened.size() + closed.size());
        connector.awaitMoreRequests();
        System.out.println(connector.hidden() + " records of transactions that were aborted, " + moments);

        assertThat(PublishedRecords.ids(connector.completed().awaitEnd()))
                .as("completed, %s", moments)
                .containsExactlyElementsOf(ExpectedRecords.ids(completed));
        assertThat(PublishedRecords.ids(connector.inProgress().awaitEnd()))
                .as("in progress, %s", moments)
                .containsExactlyElementsOf(ExpectedRecords.ids(opened));
        assertThat(PublishedRecords.closedIds(inProgress))
                .as("tombstones, %s", moments)
                .containsExactlyInAnyOrderElementsOf(closed);
    }

    private static List<String> endedAfter(Instant time, List<SimulatedSession> completed) {
        return ExpectedRecords.ids(completed.stream()
                .filter(session -> session.endDate().orElseThrow().isAfter(time))
                .toList());
    }

    private static void assertIsInTheBackfill(MortalConnector connector, SimulatedApi api) {
        assertThat(connector.completed().awaitEnd().size())
                .as("completed sessions after the last kill in the backfill")
                .isLessThan(ExpectedRecords.completed(api).size());
    }
}
