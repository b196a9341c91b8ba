package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** "Never in a log […]: the API key, or any personal data at any log level." */
@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
class SecretsIT {

    private static final String OUR_CODE_AND_LIBRARIES = "io.github.smartia";

    @Test
    void neitherKeyNorPersonalDataAreShownWhateverIsLoggedAndWhateverGoesWrong(Stack stack) throws IOException {
        try (SimulatedApi api = apiWithPlantedPupil();
                ConnectWorker worker = stack.startWorker(WorkerOptions.inGroup("secrets"));
                RunningConnector connector = new RunningConnector(stack, worker.rest(), "secrets", api)
                        .with("filter.user.ids", Secrets.userId().toString())
                        .with("in.progress.endpoint", "in-progress")) {
            worker.rest().setLogLevel(OUR_CODE_AND_LIBRARIES, "TRACE");
            spoil(api);

            connector.start();
            connector.completed().awaitCount(2);
            connector.awaitMoreRequests();
            String afterRefusal = refuse(api, connector);
            String afterMalformed = show(api, connector);

            assertThat(Secrets.shownIn(afterRefusal + afterMalformed)).isEmpty();
            assertThat(Secrets.shownIn(connector.offsets().toString())).isEmpty();
            assertThat(Files.readString(worker.log()).contains("endpoint lease request"))
                    .as("the debug log of the HTTP library is on")
                    .isTrue();
        }
    }

    /** A pupil's data in an answer that is no session at all. */
    private static void spoil(SimulatedApi api) {
        String pupil = "{\"message\":\"no tests for Plantina Seedling\",\"key\":\"" + Secrets.KEY + "\"}";
        api.faults().next(1, Fault.status(500, Map.of(), pupil));
        api.faults().next(1, Fault.body(pupil));
        api.faults().next(1, Fault.malformedJson());
        api.faults().next(1, Fault.cutBody());
    }

    private static String refuse(SimulatedApi api, RunningConnector connector) {
        api.faults().always(Fault.status(400, Map.of(), "{\"userId\":\"" + Secrets.userId() + "\"}"));
        String failure = connector.awaitFailure();
        api.faults().clear();
        connector.restart();
        return failure;
    }

    private static String show(SimulatedApi api, RunningConnector connector) {
        api.sessions()
                .add(SessionBuilder.completed()
                        .endedAt(SchoolSessions.MORNING.plusSeconds(2))
                        .user(Secrets.pupil())
                        .with("user", "\"Plantina Seedling\"")
                        .build());
        return connector.awaitFailure();
    }

    private static SimulatedApi apiWithPlantedPupil() {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
        SchoolSessions.completed(2)
                .forEach(session -> api.sessions()
                        .add(SessionBuilder.from(session).user(Secrets.pupil()).build()));
        return api;
    }
}
