package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.WorkerOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The connector of config/connector-private.json, which publishes no names, on a worker of a stack.
 *
 * @param connector as in the file, its settings fitted to the stack
 */
record Deployment(Stack stack, ConnectWorker worker, ConnectorFile connector) {

    /** Logs a connector's settings, all of them, whenever somebody asks for its offsets: too much to find all else. */
    private static final String LOGS_SETTINGS = "org.apache.kafka.common.config.AbstractConfig";

    private static final String SECRET_VARIABLE = "SMART_IA_PSEUDONYM_SECRET";
    private static final int SECRET_BYTES = 32;

    static ConnectorFile file() {
        return ConnectorFile.read(Path.of("config", "connector-private.json"));
    }

    /** Starts a worker that can give the connector its key and its secret: both are in the worker's environment. */
    static Deployment on(Stack stack, ConnectorFile connector) {
        stack.requireConnector();
        WorkerOptions options = WorkerOptions.inGroup("quickstart")
                .with("config.providers", "env")
                .with("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider")
                .withEnvironment(Map.of(SECRET_VARIABLE, pseudonymSecret()));
        return new Deployment(stack, stack.startWorker(options), connector.withConverter(stack.converter()));
    }

    /** The user's own, or a random one that lives as long as the worker. */
    private static String pseudonymSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return Optional.ofNullable(System.getenv(SECRET_VARIABLE))
                .orElseGet(() -> Base64.getEncoder().encodeToString(random));
    }

    /** Where to look at the parts, by their names. */
    Map<String, String> addresses(boolean simulated) {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("broker", stack.broker().bootstrapServers());
        addresses.put("Connect REST", rest().uri() + "/connectors/" + connector.name() + "/status");
        addresses.put("registry", stack.registry().confluentUri() + "/subjects");
        addresses.put(
                simulated ? "simulated API" : "API",
                config().organisations().get(0).api().url()
                        + (simulated ? "  (x-api-key: " + Arguments.SIMULATED_KEY + ")" : ""));
        addresses.put("logs", worker.log().getParent().toString());
        return addresses;
    }

    /** Registers the connector, as a user does, and waits until it runs. */
    void register() {
        rest().setLogLevel(LOGS_SETTINGS, "WARN");
        Registration.register(rest(), connector);
    }

    /** Of what went wrong while the connector ran: the reason, and the end of the worker's log for details. */
    IllegalStateException failure(RuntimeException e) {
        String reason = String.valueOf(e.getMessage()).split("\n", 2)[0];
        return new IllegalStateException(reason + "\nThe end of " + worker.log() + ":\n" + worker.logTail(), e);
    }

    /** The settings as the connector understands them, with another key and secret: only the worker has the real ones. */
    SmartIaSourceConfig config() {
        return new SmartIaSourceConfig(connector
                .with("api.key", Arguments.SIMULATED_KEY)
                .with("user.pseudonym.secret", "not the secret of the worker")
                .settings());
    }

    ConnectRest rest() {
        return worker.rest();
    }
}
