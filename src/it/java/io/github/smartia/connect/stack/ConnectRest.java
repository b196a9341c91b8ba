package io.github.smartia.connect.stack;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The REST interface of a Connect worker. A worker whose group is just rebalancing is asked again; what it refuses
 * becomes a {@link ConnectRestException}.
 */
public final class ConnectRest {

    /** Where the broker was killed, tasks may wait for what it forgot before they start. */
    private static final Duration PATIENCE = HangingTransactions.LONGER_THAN_ANY_TIMEOUT.plusMinutes(1);

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final URI uri;
    private final WorkerHttp http;

    /** Of a worker that runs already. */
    public ConnectRest(URI uri) {
        this.uri = uri;
        this.http = new WorkerHttp(uri);
    }

    public URI uri() {
        return uri;
    }

    /** The class names of the connectors that the worker knows. */
    public List<String> plugins() {
        return http.call("GET", "/connector-plugins")
                .valueStream()
                .map(plugin -> plugin.path("class").asString())
                .toList();
    }

    /** The answer to a GET as it came. */
    public String get(String path) {
        return http.call("GET", path).toString();
    }

    public List<String> connectors() {
        return http.call("GET", "/connectors")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The errors of each of these settings that has some; {@code connector.class} is one of them. */
    public Map<String, List<String>> validate(Map<String, String> config) {
        return http.call("PUT", validation(config), config)
                .path("configs")
                .valueStream()
                .map(setting -> setting.path("value"))
                .filter(value -> !value.path("errors").isEmpty())
                .collect(Collectors.toMap(
                        value -> value.path("name").asString(),
                        value -> value.path("errors")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
    }

    /** All that {@link #validate} answers, as it came. */
    public String validateInFull(Map<String, String> config) {
        return http.call("PUT", validation(config), config).toString();
    }

    private static String validation(Map<String, String> config) {
        return "/connector-plugins/" + config.get("connector.class") + "/config/validate";
    }

    /** Creates a connector; refused where there is one of that name. */
    public void create(String name, Map<String, String> config) {
        http.call("POST", "/connectors", Map.of("name", name, "config", config));
    }

    /** Creates a connector or gives it other settings. */
    public void put(String name, Map<String, String> config) {
        http.call("PUT", "/connectors/" + name + "/config", config);
    }

    public ConnectorStatus status(String name) {
        return ConnectorStatus.of(http.call("GET", "/connectors/" + name + "/status"));
    }

    public void pause(String name) {
        http.call("PUT", "/connectors/" + name + "/pause");
    }

    public void resume(String name) {
        http.call("PUT", "/connectors/" + name + "/resume");
    }

    /** Stops the connector and its tasks, as offsets want it before they are changed. */
    public void stop(String name) {
        http.call("PUT", "/connectors/" + name + "/stop");
    }

    /** Restarts the connector and its tasks, failed or not. */
    public void restart(String name) {
        http.call("POST", "/connectors/" + name + "/restart?includeTasks=true");
    }

    public void delete(String name) {
        http.call("DELETE", "/connectors/" + name);
    }

    public List<SourceOffset> offsets(String name) {
        return http.call("GET", "/connectors/" + name + "/offsets")
                .path("offsets")
                .valueStream()
                .map(ConnectRest::offset)
                .toList();
    }

    /** Sets the offset of one partition of a stopped connector; without an offset, resets it. */
    public void patchOffset(String name, Map<String, ?> partition, Optional<Map<String, ?>> offset) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("partition", partition);
        entry.put("offset", offset.orElse(null));
        patchOffsets(name, List.of(entry));
    }

    /** Sets the offsets of several partitions of a stopped connector: all of them or none. */
    public void patchOffsets(String name, List<?> offsets) {
        http.call("PATCH", "/connectors/" + name + "/offsets", Map.of("offsets", offsets));
    }

    /** Resets all offsets of a stopped connector. */
    public void deleteOffsets(String name) {
        http.call("DELETE", "/connectors/" + name + "/offsets");
    }

    /** Waits until the connector and its tasks run; gives up as soon as something failed. */
    public ConnectorStatus awaitRunning(String name) {
        ConnectorStatus status = await(name, now -> now.isRunning() || now.hasFailed());
        if (status.hasFailed()) {
            throw new IllegalStateException(name + " failed: " + status.trace());
        }
        return status;
    }

    /** Waits until the connector or a task of it has failed. */
    public ConnectorStatus awaitFailed(String name) {
        return await(name, ConnectorStatus::hasFailed);
    }

    /** Waits until the connector is in a state such as {@code PAUSED} or {@code STOPPED}, its tasks too. */
    public ConnectorStatus awaitState(String name, String state) {
        return await(
                name, now -> now.connector().is(state) && now.tasks().stream().allMatch(task -> task.is(state)));
    }

    /** Waits until the status is as wanted. */
    public ConnectorStatus await(String name, Predicate<ConnectorStatus> wanted) {
        return Awaitility.await("status of " + name)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                // No status yet: the worker has taken the settings, but not acted on them.
                .ignoreExceptionsMatching(e -> e instanceof ConnectRestException refused && refused.status() == 404)
                .until(() -> status(name), wanted);
    }

    /** Sets what a logger of the worker, and those below it, write: {@code TRACE}, {@code INFO} and so on. */
    public void setLogLevel(String logger, String level) {
        http.call("PUT", "/admin/loggers/" + logger, Map.of("level", level));
    }

    private static SourceOffset offset(JsonNode json) {
        JsonMapper mapper = JsonMapper.shared();
        return new SourceOffset(
                mapper.convertValue(json.path("partition"), MAP), mapper.convertValue(json.path("offset"), MAP));
    }
}
