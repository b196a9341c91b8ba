package io.github.smartia.connect.simulated;

import java.util.List;
import java.util.random.RandomGenerator;

/** Invents results. */
final class InventedResults {

    private static final List<String> LEVELS =
            List.of("E2 - Upper", "E3 - Lower", "E3 - Upper", "L1 - Lower", "L1 - Upper", "L2 - Lower");
    private static final int MARKING_MILLIS = 5000;

    private InventedResults() {}

    /** The result of a session with these dates, in milliseconds since the epoch. */
    static Outcome next(long startMillis, long endMillis, RandomGenerator random) {
        long created = endMillis + random.nextInt(MARKING_MILLIS);
        String level = LEVELS.get(random.nextInt(LEVELS.size()));
        return new Outcome(created, level, (int) ((endMillis - startMillis) / 1000));
    }
}
