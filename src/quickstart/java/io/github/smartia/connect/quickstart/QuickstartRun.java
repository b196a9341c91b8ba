package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.quickstart.database.SessionDatabase;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedApiOptions;
import io.github.smartia.connect.simulated.SimulatedSchools;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A short quickstart on a stack that is there: history is read while pupils work, and ends some seconds after them.
 *
 * @param shown all that the API showed in the end
 * @param last what the quickstart showed last
 */
record QuickstartRun(List<SimulatedSession> shown, Snapshot last) {

    private static final Clock CLOCK = Clock.systemUTC();

    QuickstartRun {
        shown = List.copyOf(shown);
    }

    static QuickstartRun on(Stack stack, SessionDatabase database) {
        SimulatedApiOptions options = SimulatedApi.options().key(System.getenv(Arguments.KEY_VARIABLE));
        try (SimulatedSchools schools = SimulatedSchools.open(options, 1_000, 120, Duration.ofSeconds(6), CLOCK)) {
            SimulatedApi api = schools.api();
            Deployment deployment = Deployment.on(stack, connector(api));
            try (Watch watch = new Watch(deployment, database, () -> Optional.of(ProgressMeter.Api.of(api)), CLOCK)) {
                deployment.register();
                watch.during(Optional.of(Duration.ofSeconds(12)), snapshot -> {});
                schools.pupils().close();
                watch.during(Optional.of(Duration.ofSeconds(6)), snapshot -> {});
                return new QuickstartRun(api.sessions().all(), watch.stop());
            } finally {
                deployment.worker().close();
            }
        }
    }

    /** With topics of its own, since other tests use those of the file. */
    private static ConnectorFile connector(SimulatedApi api) {
        return Deployment.file()
                .with("api.url", api.url())
                .with("api.max.requests.per.second", "50")
                .with("poll.interval.ms", "500")
                .with("topic.completed", "quickstart.completed")
                .with("topic.in.progress", "quickstart.in-progress");
    }

    Stream<SimulatedSession> sessions() {
        return shown.stream();
    }

    /** All texts about pupils but their gender. */
    Set<String> personal() {
        return sessions()
                .map(session -> JsonMapper.shared().readTree(session.user().json()))
                .flatMap(user -> Stream.concat(
                        user.propertyStream()
                                .filter(field -> !field.getKey().equals("gender"))
                                .map(Map.Entry::getValue),
                        user.path("emails").valueStream()))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }
}
