package io.github.smartia.connect.secrets;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Sessions of two pupils whose data may turn up nowhere, and responses that show it where no response should. */
final class CarefulSchool {

    static final PlantedPupil ONE = new PlantedPupil("Auklettine", LocalDate.of(1912, 6, 23));
    static final PlantedPupil OTHER = new PlantedPupil("Bustardine", LocalDate.of(1913, 7, 24));

    static final int COMPLETED = 4;

    static final int IN_PROGRESS = 2;
    static final int MALFORMED = 4;

    private static final Instant MORNING = Instant.parse("2026-01-12T09:00:00.000Z");
    private static final UUID OPEN = UUID.fromString("00000000-0000-4000-8000-0000000000f1");

    private CarefulSchool() {}

    static SimulatedApi open(String key) {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(key));
        String name = quoted(OTHER.text("fullName"));
        Stream.of(
                        completed(1, ONE),
                        completed(2, OTHER)
                                .with("test.marker", "{\"userId\":%s}".formatted(quoted(OTHER.userId())))
                                .with("cohort", "[{\"full_name\":%1$s,\"fullName\":%1$s}]".formatted(name))
                                .with("remark", quoted(OTHER.pupil().json())),
                        completed(3, ONE),
                        completed(4, ONE).with("user.dateOfBirth", quoted("birthday of " + ONE.text("fullName"))),
                        completed(5, OTHER).with("user", name),
                        completed(6, ONE).without("user.userId"),
                        completed(7, OTHER).without("test.testId"),
                        inProgress(8, ONE).id(OPEN),
                        inProgress(9, OTHER),
                        inProgress(10, OTHER).without("user.userId"))
                .forEach(session -> api.sessions().add(session.build()));
        return api;
    }

    /** The session in progress of {@link #ONE} ends. */
    static void complete(SimulatedApi api) {
        api.sessions().complete(OPEN, MORNING.plusSeconds(20));
    }

    static void addMalformed(SimulatedApi api) {
        api.sessions()
                .add(completed(30, ONE)
                        .with("user", quoted(ONE.text("fullName")))
                        .build());
    }

    static SimulatedSession session() {
        return completed(40, OTHER).build();
    }

    /** Responses that a connector outlasts. */
    static List<Fault> transientFaults(String key) {
        String about = about(key);
        return List.of(
                Fault.status(500, Map.of("X-Pupil", ONE.text("username")), about),
                Fault.status(429, Map.of("Retry-After", "0"), about),
                Fault.status(
                        200, Map.of("Content-Type", "text/html"), "<title>%s</title>".formatted(ONE.text("fullName"))),
                Fault.body(about),
                Fault.body("{\"data\":[" + ONE.piece()),
                Fault.body("{\"data\":{" + quoted(OTHER.text("fullName")) + ":[]}}"),
                Fault.malformedJson(),
                Fault.cutBody(),
                Fault.resetWithinBody(),
                Fault.gzip());
    }

    /** Responses that end a task, by what they are. */
    static Map<String, Fault> refusals(SimulatedApi api) {
        String about = about(api.key());
        String elsewhere = "%s/moved?user=%s&key=%s".formatted(api.url(), ONE.userId(), api.key());
        return Map.of(
                "401", Fault.status(401, Map.of(), about),
                "403", Fault.status(403, Map.of(), about),
                "400", Fault.status(400, Map.of(), about),
                "a redirect", Fault.redirect(elsewhere));
    }

    private static String about(String key) {
        String complaint = quoted("no tests for " + ONE.text("fullName"));
        return "{\"message\":%s,%s:%s,\"key\":%s}"
                .formatted(complaint, quoted(ONE.userId()), ONE.pupil().json(), quoted(key));
    }

    private static SessionBuilder completed(int second, PlantedPupil pupil) {
        return SessionBuilder.completed().endedAt(MORNING.plusSeconds(second)).user(pupil.pupil());
    }

    private static SessionBuilder inProgress(int second, PlantedPupil pupil) {
        return SessionBuilder.inProgress()
                .startedAt(MORNING.plusSeconds(second))
                .user(pupil.pupil());
    }

    private static String quoted(Object text) {
        return JsonMapper.shared().writeValueAsString(text.toString());
    }
}
