package io.github.smartia.connect.secrets;

import io.github.smartia.connect.RunningConnector;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.Stack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A connector that its owner makes leak into each kind of place: it has no privacy settings, its key in its settings, a
 * pupil's username in its name, a pupil's id for a session's, which its offset holds, and fails with a UPN in its trace.
 * What a search does not find of this, it would not find of a careful connector's either.
 */
final class CarelessRun implements AutoCloseable {

    private static final PlantedPupil PUPIL = new PlantedPupil("Cassowaryl", LocalDate.of(1914, 8, 25));
    private static final String KEY = "careless-key-5Fg1Sd";
    private static final Instant MORNING = Instant.parse("2026-01-12T09:00:00.000Z");

    /** The pupil's username is in it: threads, metrics and responses bear it. */
    static final String NAME = "careless-zq_cassowaryl";

    private final Stack stack;
    private final ConnectRest rest;
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(KEY));
    private final Map<String, String> config = RunningConnector.config(NAME, api);

    CarelessRun(Stack stack, ConnectRest rest) {
        this.stack = stack;
        this.rest = rest;
        config.put("connector.class", "SmartIaSourceConnector");
        config.put("api.key", KEY);
        config.put("dead.letter.topic", NAME + "-dead");
    }

    static Map<String, String> planted() {
        Map<String, String> planted = PUPIL.planted();
        planted.put("api.key", KEY);
        return planted;
    }

    void run(Remains remains) {
        // Offsets hold the id of the last session.
        api.sessions().add(completed(2).id(PUPIL.userId()).build());
        api.sessions().add(completed(1).without("test.testId").build());
        api.sessions()
                .add(SessionBuilder.inProgress()
                        .startedAt(MORNING)
                        .user(PUPIL.pupil())
                        .build());
        rest.put(NAME, config);
        List.of("-completed", "-dead", "-in-progress").forEach(topic -> stack.awaitCount(NAME + topic, 1));
        remains.addJvm("of a careless connector");
        failWithName();
        remains.addAnswers("of a careless connector");
        remains.addValidation(config, "of careless settings");
    }

    /** A topic of that name can't be. */
    private void failWithName() {
        rest.stop(NAME);
        config.put("transforms", "route");
        config.put("transforms.route.type", "org.apache.kafka.connect.transforms.RegexRouter");
        config.put("transforms.route.regex", ".*");
        config.put("transforms.route.replacement", PUPIL.text("upn") + " and others");
        rest.put(NAME, config);
        api.sessions().add(completed(3).build());
        rest.resume(NAME);
        rest.awaitFailed(NAME);
    }

    private static SessionBuilder completed(int second) {
        return SessionBuilder.completed().endedAt(MORNING.plusSeconds(second)).user(PUPIL.pupil());
    }

    @Override
    public void close() {
        api.close();
    }
}
