package io.github.smartia.connect;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectRest.SourceOffset;
import io.github.smartia.connect.stack.ConnectorStatus;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.Unchecked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** The connector on a worker of the stack, reading from a simulated API, with a name and topics of its own. */
public class RunningConnector implements AutoCloseable {

    private final Supplier<ConnectRest> connect;
    private final String name;
    private final SimulatedApi api;
    private final Map<String, String> config;
    private final TopicReader completed;
    private final TopicReader inProgress;

    /** On the worker that tests share; does not start it yet. */
    RunningConnector(Stack stack, String name, SimulatedApi api) {
        this(stack, stack.connect(), name, api);
    }

    RunningConnector(Stack stack, ConnectRest connect, String name, SimulatedApi api) {
        this(stack, () -> connect, name, api);
    }

    /** @param connect of any worker of a group */
    protected RunningConnector(Stack stack, Supplier<ConnectRest> connect, String name, SimulatedApi api) {
        this.connect = connect;
        this.name = name;
        this.api = api;
        this.config = config(name, api);
        this.completed = stack.reader(config.get("topic.completed"));
        this.inProgress = stack.reader(config.get("topic.in.progress"));
    }

    /** Settings that make it poll often and retry soon. The key is hidden behind a config provider, as it should be. */
    public static Map<String, String> config(String name, SimulatedApi api) {
        Map<String, String> config = new HashMap<>();
        config.put("name", name);
        config.put("connector.class", SmartIaSourceConnector.class.getName());
        config.put("tasks.max", "1");
        config.put("api.url", api.url());
        config.put("api.key", reference(api.key()));
        config.put("api.max.requests.per.second", "1000");
        config.put("api.retry.backoff.ms", "20");
        config.put("api.retry.backoff.max.ms", "200");
        config.put("poll.interval.ms", "100");
        config.put("topic.completed", name + "-completed");
        config.put("topic.in.progress", name + "-in-progress");
        return config;
    }

    public final RunningConnector with(String setting, String value) {
        config.put(setting, value);
        return this;
    }

    /** For organisations of these names, with the keys {@code key-of-NAME}. */
    RunningConnector withOrganisations(String... names) {
        for (String organisation : names) {
            with("organisations." + organisation + ".api.key", "key-of-" + organisation);
        }
        return without("api.key").with("organisations", String.join(",", names));
    }

    RunningConnector without(String setting) {
        config.remove(setting);
        return this;
    }

    RunningConnector start() {
        create();
        connect().awaitRunning(name);
        return this;
    }

    /** As {@link #start}, without a look at what becomes of it. */
    public final void create() {
        connect().put(name, config);
    }

    /** Stops it, as offsets want it before they are changed. */
    void stop() {
        connect().stop(name);
    }

    void resume() {
        connect().resume(name);
        connect().awaitRunning(name);
    }

    void restart() {
        connect().restart(name);
        // A busy worker may tell of the failure before for a moment.
        connect().await(name, ConnectorStatus::isRunning);
    }

    Map<String, List<String>> errors() {
        return connect().validate(config);
    }

    boolean isRunning() {
        return connect().status(name).isRunning();
    }

    String awaitFailure() {
        return connect().awaitFailed(name).trace();
    }

    /** Waits until it has asked the API some more times, with whatever comes of that. */
    public final void awaitMoreRequests() {
        long enough = api.requests().count() + 20;
        Awaitility.await("requests of " + name).until(() -> api.requests().count() >= enough);
    }

    public final TopicReader completed() {
        return completed;
    }

    public final TopicReader inProgress() {
        return inProgress;
    }

    List<SourceOffset> offsets() {
        return connect().offsets(name);
    }

    public final ConnectRest connect() {
        return connect.get();
    }

    public final String name() {
        return name;
    }

    @Override
    public void close() {
        completed.close();
        inProgress.close();
        if (connect().connectors().contains(name)) {
            connect().delete(name);
        }
    }

    /** What a setting holds in the place of a value: where a file has it that the worker's config provider reads. */
    public static String reference(String value) {
        return Unchecked.get(() -> {
            Path file = Files.createTempFile("referenced", ".properties");
            file.toFile().deleteOnExit();
            Files.writeString(file, "value=" + value);
            return "${file:" + file + ":value}";
        });
    }
}
