package io.github.smartia.connect;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest.SourceOffset;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.WorkerPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.IsolationLevel;
import org.awaitility.Awaitility;

/** The connector on a pair of workers that die, with readers of what is committed and of all that is written. */
final class MortalConnector extends RunningConnector {

    /** A second of reading. */
    private static final int BACKFILL = 1_500;

    private static final int PUPILS = 300;

    private final WorkerPair workers;
    private final SimulatedApi api;
    private final TopicReader writtenCompleted;
    private final TopicReader writtenInProgress;

    MortalConnector(Stack stack, WorkerPair workers, String name, SimulatedApi api, Map<String, String> more) {
        super(stack, workers::rest, name, api);
        this.workers = workers;
        this.api = api;
        with("api.max.requests.per.second", Integer.toString(BACKFILL / 100));
        more.forEach(this::with);
        writtenCompleted = stack.reader(name + "-completed", IsolationLevel.READ_UNCOMMITTED);
        writtenInProgress = stack.reader(name + "-in-progress", IsolationLevel.READ_UNCOMMITTED);
        create();
    }

    /** With more of a history than the workers read between so many kills. */
    static SimulatedApi apiWithHistory(int kills) {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));
        api.sessions().addAll(SchoolSessions.history(kills * 4_000));
        return api;
    }

    void awaitBackfill(KillMoments moments) {
        moments.awaitRecords(writtenCompleted, BACKFILL);
    }

    /** Its worker is killed in a backfill, or while what was killed before recovers. */
    void dieInTheBackfill(KillMoments moments) {
        moments.await(writtenCompleted, BACKFILL);
        workers.killOwner(name());
    }

    /**
     * Its worker is killed in a backfill, in the middle of a transaction: one lasts as long as it takes to see some of its
     * records. {@link #commitEachPoll} makes them short again.
     */
    void dieInATransaction(KillMoments moments) {
        boundTransactionsBy("interval");
        awaitBackfill(moments);
        workers.killOwner(name());
    }

    void commitEachPoll() {
        boundTransactionsBy("poll");
    }

    /** While both workers are there, since one may forward requests to the other, and nothing is read. */
    private void boundTransactionsBy(String boundary) {
        api.faults().always(Fault.status(503));
        workers.awaitBoth();
        stop();
        with("transaction.boundary", boundary)
                .with("transaction.boundary.interval.ms", "10000")
                .create();
        resume();
        api.faults().clear();
    }

    /**
     * Its worker is killed in a backfill, and the other one is there to take over at once.
     *
     * @return what was committed by then
     */
    List<SourceOffset> dieWhileTheOtherWorkerRuns(KillMoments moments) {
        // Or the backfill would end while the other worker starts.
        api.faults().always(Fault.status(503));
        workers.awaitBoth();
        api.faults().clear();
        awaitBackfill(moments);
        workers.killOwner(name());
        // Or the other one commits more before it is asked.
        api.faults().always(Fault.status(503));
        List<SourceOffset> committed = offsets();
        api.faults().clear();
        return committed;
    }

    /**
     * Its worker is killed while pupils start, and another one while they complete.
     *
     * @param hours when, after all that was before
     * @return the pupils' sessions as they were started
     */
    List<SimulatedSession> dieAtTheTail(KillMoments moments, int hours) {
        awaitCompleted(ExpectedRecords.completed(api));
        int before = inProgress().awaitEnd().size();
        List<SimulatedSession> pupils = SchoolSessions.inProgress(PUPILS, Duration.ofHours(hours));
        moments.awaitRecords(writtenInProgress, PUPILS / 2, () -> pupils.forEach(api.sessions()::add));
        workers.killOwner(name());
        inProgress()
                .await(records -> PublishedRecords.ids(records.subList(before, records.size()))
                        .containsAll(ExpectedRecords.ids(pupils)));

        moments.awaitRecords(
                writtenCompleted,
                PUPILS / 2,
                () -> pupils.forEach(pupil -> api.sessions()
                        .complete(pupil.sessionId(), pupil.startDate().plusSeconds(1_800))));
        workers.killOwner(name());
        return pupils;
    }

    /** Waits until the last of these completed sessions is published; all records of completed sessions. */
    List<TopicRecord> awaitCompleted(List<SimulatedSession> expected) {
        String last = expected.get(expected.size() - 1).sessionId().toString();
        completed()
                .await(records -> !records.isEmpty()
                        && PublishedRecords.ids(records.subList(records.size() - 1, records.size()))
                                .contains(last));
        return completed().awaitEnd();
    }

    /** Waits until it is stored from when on sessions get a tombstone: from then on crashes leave nothing open. */
    void awaitOffsetStored() {
        Awaitility.await("offset of a stream")
                .until(() ->
                        offsets().stream().anyMatch(stored -> stored.offset().containsKey("tombstonesAfter")));
    }

    /** When sessions ended at the earliest that get a tombstone: the earlier time of both streams' offsets. */
    Instant tombstonesAfter() {
        return offsets().stream()
                .map(stored ->
                        Instant.parse(stored.offset().get("tombstonesAfter").toString()))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** How many records were written that readers of committed ones do not see. */
    int hidden() {
        return writtenCompleted.awaitEnd().size()
                + writtenInProgress.awaitEnd().size()
                - completed().awaitEnd().size()
                - inProgress().awaitEnd().size();
    }

    @Override
    public void close() {
        writtenCompleted.close();
        writtenInProgress.close();
        super.close();
    }

    /** Moments at which to kill something that publishes: at random, by a seed that {@code -Dkills.seed} gives again. */
    static final class KillMoments {

        private static final int ONE_IN_BLIND = 4;
        private static final Duration RECOVERY = Duration.ofSeconds(5);
        private static final Duration BETWEEN_RECORDS = Duration.ofMillis(20);

        private final long seed =
                Long.getLong("kills.seed", ThreadLocalRandom.current().nextLong());
        private final Random random = new Random(seed);
        private boolean first = true;

        /** Most often in the middle of publishing, now and then while what was killed before recovers. */
        void await(TopicReader uncommitted, int mostRecords) {
            boolean blind = random.nextInt(ONE_IN_BLIND) == 0 && !first;
            first = false;
            if (blind) {
                pause(RECOVERY);
            } else {
                awaitRecords(uncommitted, mostRecords);
            }
        }

        /** After a few more records, committed or not, and within some milliseconds of the last of them. */
        void awaitRecords(TopicReader uncommitted, int most) {
            awaitRecords(uncommitted, most, () -> {});
        }

        /** As {@link #awaitRecords(TopicReader, int)}, of those that come of a change. */
        void awaitRecords(TopicReader uncommitted, int most, Runnable change) {
            int seen = uncommitted.awaitEnd().size();
            change.run();
            uncommitted.awaitCount(seen + 1 + random.nextInt(most));
            pause(BETWEEN_RECORDS);
        }

        private void pause(Duration most) {
            LockSupport.parkNanos(random.nextLong(most.toNanos()));
        }

        @Override
        public String toString() {
            return "-Dkills.seed=" + seed;
        }
    }
}
