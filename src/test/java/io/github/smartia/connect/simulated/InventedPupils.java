package io.github.smartia.connect.simulated;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Invents pupils, with and without the fields that are optional. No name, number or address in them is a real one. */
final class InventedPupils {

    private static final List<String> FIRST_NAMES = List.of(
            "Samma", "Exandra", "Testina", "Mockary", "Demoria", "Fixton", "Stubley", "Zoë-Anne", "Placida", "Synthia");
    private static final List<String> LAST_NAMES = List.of(
            "Pelton", "Exemplar", "O'Sample", "Dummett", "Fakenham", "Notreal", "Płaceholder", "Loremson", "Ipsumby");
    private static final List<String> GENDERS = List.of("male", "female", "other", "unknown");
    private static final LocalDate ELDEST = LocalDate.of(2008, 9, 1);

    private InventedPupils() {}

    static Pupil next(RandomGenerator random) {
        UUID userId = RandomIds.next(random);
        int number = random.nextInt(100_000, 1_000_000);
        ObjectNode user = Pupil.required(userId, pick(FIRST_NAMES, random), pick(LAST_NAMES, random));
        String username = "pupil" + number;
        user.put("username", username).put("gender", pick(GENDERS, random));
        addOptional(user, number, random);
        if (random.nextInt(10) < 8) {
            user.putArray("emails").add(username + "@school.example");
        }
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
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
