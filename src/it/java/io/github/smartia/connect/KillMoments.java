package io.github.smartia.connect;

import io.github.smartia.connect.stack.TopicReader;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Moments at which to kill something that publishes: at random, by a seed that {@code -Dkills.seed} gives again. */
final class KillMoments {

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
