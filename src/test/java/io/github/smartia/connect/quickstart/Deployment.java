package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.WorkerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The connector of config/connector.json on a worker of a stack.
 *
 * @param connector as in the file, its settings fitted to the stack
 */
record Deployment(Stack stack, ConnectWorker worker, ConnectorFile connector) {

    /** Logs a connector's settings, all of them, whenever somebody asks for its offsets: too much to find all else. */
    private static final String LOGS_SETTINGS = "org.apache.kafka.common.config.AbstractConfig";

    private static final Path FILE = Path.of("config", "connector.json");

    /**
     * Starts a worker that can give the connector its key: from the environment, which the worker has from this process.
     *
     * @param apiUrl empty for that of the file
     */
    static Deployment on(Stack stack, Optional<String> apiUrl, Duration pollInterval) {
        stack.requireConnector();
        ConnectorFile file = ConnectorFile.read(FILE)
                .withConverter(stack.converter())
                .with("poll.interval.ms", Long.toString(pollInterval.toMillis()));
        WorkerOptions options = WorkerOptions.inGroup("quickstart")
                .with("config.providers", "env")
                .with("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        return new Deployment(
                stack,
                stack.startWorker(options),
                apiUrl.map(url -> file.with(Arguments.API_URL, url)).orElse(file));
    }

    /** Where to look at the parts, by their names. */
    Map<String, String> addresses(boolean simulated) {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("broker", stack.broker().bootstrapServers());
        addresses.put("Connect REST", rest().uri() + "/connectors/" + connector.name() + "/status");
        addresses.put("registry", stack.registry().confluentUri() + "/subjects");
        addresses.put(
                simulated ? "simulated API" : "API",
                config().api().url() + (simulated ? "  (x-api-key: " + Arguments.SIMULATED_KEY + ")" : ""));
        addresses.put("logs", worker.log().getParent().toString());
        return addresses;
    }

    /**
     * Registers the connector, as a user does, and waits until it runs.
     *
     * @throws QuickstartException where the worker refuses its settings
     */
    void register() {
        rest().logLevel(LOGS_SETTINGS, "WARN");
        new Registration(rest(), connector).run();
    }

    /** The settings as the connector understands them, with another key: only the worker gets to see the real one. */
    SmartIaSourceConfig config() {
        return new SmartIaSourceConfig(
                connector.with("api.key", Arguments.SIMULATED_KEY).settings());
    }

    ConnectRest rest() {
        return worker.rest();
    }
}
