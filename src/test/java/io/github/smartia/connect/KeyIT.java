package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The key comes from where the worker keeps secrets, and whoever asks the worker gets to see no more than where. */
@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
class KeyIT {

    private static final String VARIABLE = "SMART_IA_API_KEY";
    private static final String FROM_ENVIRONMENT = "${env:" + VARIABLE + "}";

    private SimulatedApi api;
    private ConnectWorker worker;

    @BeforeEach
    void start(Stack stack) {
        api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
        SchoolSessions.completed(3).forEach(session -> api.sessions().add(session));
        worker = stack.startWorker(WorkerOptions.inGroup("key")
                .with("config.providers", "file,env")
                .with("config.providers.file.class", FileConfigProvider.class.getName())
                .with("config.providers.env.class", EnvVarConfigProvider.class.getName())
                .withEnvironment(Map.of(VARIABLE, Secrets.KEY)));
    }

    @AfterEach
    void stop() {
        worker.close();
        api.close();
    }

    @Test
    void keyFromAFileOrTheEnvironmentOpensTheApiAndIsNeverShown(Stack stack) {
        try (RunningConnector file = new RunningConnector(stack, worker.rest(), "key-from-file", api);
                RunningConnector env = new RunningConnector(stack, worker.rest(), "key-from-env", api)
                        .with("api.key", FROM_ENVIRONMENT)) {
            file.start().completed().awaitCount(3);
            env.start().completed().awaitCount(3);

            String shown = shownBy(worker.rest(), "key-from-file") + shownBy(worker.rest(), "key-from-env");

            assertThat(shown).contains("${file:/", FROM_ENVIRONMENT);
            assertThat(Secrets.shownIn(shown)).isEmpty();
        }
    }

    @Test
    void validationShowsNoKeyHoweverItIsGiven() {
        for (String key : new String[] {Secrets.KEY, FROM_ENVIRONMENT, Secrets.KEY + " and a blank"}) {
            Map<String, String> config = new HashMap<>(RunningConnector.config("key", api));
            config.put("connector.class", "SmartIaSourceConnector");
            config.put("api.key", key);

            String shown = worker.rest().validateInFull(config);

            assertThat(shown).contains("\"api.key\"", "[hidden]");
            assertThat(Secrets.shownIn(shown)).isEmpty();
        }
    }

    /** All that a worker tells about a connector. */
    private static String shownBy(ConnectRest rest, String connector) {
        return Stream.of("", "/config", "/tasks", "/status", "/offsets", "/topics")
                .map(about -> rest.get("/connectors/" + connector + about))
                .collect(Collectors.joining("\n"));
    }
}
