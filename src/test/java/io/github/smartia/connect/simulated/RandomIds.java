package io.github.smartia.connect.simulated;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDs of version 4 from a random source of one's own, so that a seed gives the same ones again. */
final class RandomIds {

    private RandomIds() {}

    static UUID next(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
