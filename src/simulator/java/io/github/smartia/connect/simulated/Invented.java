package io.github.smartia.connect.simulated;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Invents pupils, results and ids. The same random numbers give the same data. No name or number is real. */
final class Invented {

    private static final List<String> FIRST_NAMES = List.of(
            "Samma", "Exandra", "Testina", "Mockary", "Demoria", "Fixton", "Stubley", "Zoë-Anne", "Placida", "Synthia");
    private static final List<String> LAST_NAMES = List.of(
            "Pelton", "Exemplar", "O'Sample", "Dummett", "Fakenham", "Notreal", "Płaceholder", "Loremson", "Ipsumby");
    private static final List<String> GENDERS = List.of("male", "female", "other", "unknown");
    private static final List<String> LEVELS =
            List.of("E2 - Upper", "E3 - Lower", "E3 - Upper", "L1 - Lower", "L1 - Upper", "L2 - Lower");
    private static final LocalDate ELDEST = LocalDate.of(2008, 9, 1);
    private static final int MARKING_MILLIS = 5000;

    private Invented() {}

    /** A UUID of version 4. */
    static UUID id(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** A pupil with some of the optional fields. */
    static Pupil pupil(RandomGenerator random) {
        UUID userId = id(random);
        int number = random.nextInt(100_000, 1_000_000);
        ObjectNode user = Pupil.required(userId, pick(FIRST_NAMES, random), pick(LAST_NAMES, random));
        user.put("username", "pupil" + number).put("gender", pick(GENDERS, random));
        addOptional(user, number, random);
        return new Pupil(userId, user.toString());
    }

    private static void addOptional(ObjectNode user, int number, RandomGenerator random) {
        if (random.nextInt(10) < 6) {
            user.put("upn", "X" + number + "000000");
        }
        if (random.nextInt(10) < 3) {
            user.put("externalId", "MIS-" + number);
        }
        if (random.nextInt(10) < 2) {
            user.putNull("middleName");
        }
        if (random.nextInt(10) < 7) {
            user.put("dateOfBirth", ELDEST.plusDays(random.nextInt(6 * 365)).toString());
        }
        if (random.nextInt(10) < 8) {
            user.putArray("emails").add("pupil" + number + "@school.example");
        }
    }

    /** The result of a session with these dates, in milliseconds since the epoch. */
    static Outcome result(long startMillis, long endMillis, RandomGenerator random) {
        long created = endMillis + random.nextInt(MARKING_MILLIS);
        return new Outcome(created, pick(LEVELS, random), (int) ((endMillis - startMillis) / 1000));
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
