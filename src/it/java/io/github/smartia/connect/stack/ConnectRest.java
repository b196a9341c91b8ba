package io.github.smartia.connect.stack;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
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
 * becomes an {@link IllegalStateException} with the call and the whole response.
 */
public final class ConnectRest {

    /** After a broker was killed, tasks may wait for an unfinished transaction before they start. */
    private static final Duration PATIENCE = HangingTransactions.LONGER_THAN_ANY_TIMEOUT.plusMinutes(1);
    /** Longer than the 90 seconds after which a worker ends a request and says why. */
    private static final Duration TIMEOUT = Duration.ofSeconds(100);

    private final URI uri;
    private final JsonHttp http;

    public ConnectRest(URI uri) {
        this.uri = uri;
        this.http = new JsonHttp(uri, TIMEOUT);
    }

    public URI uri() {
        return uri;
    }

    private JsonNode call(String method, String path, Object... body) {
        return JsonHttp.json(Awaitility.await(method + " " + path)
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> http.send(method, path, body), response -> !isBusy(response)));
    }

    /** The same status also means that a connector exists already, which no waiting changes. */
    private static boolean isBusy(HttpResponse<String> response) {
        return response.statusCode() == 409
                && (response.body().contains("rebalance") || response.body().contains("stale configuration"));
    }

    public String get(String path) {
        return call("GET", path).toString();
    }

    public List<String> connectors() {
        return call("GET", "/connectors").valueStream().map(JsonNode::asString).toList();
    }

    /** The errors of each of these settings that has some; {@code connector.class} is one of them. */
    public Map<String, List<String>> validate(Map<String, String> config) {
        return validateInFull(config)
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

    public JsonNode validateInFull(Map<String, String> config) {
        return call("PUT", "/connector-plugins/" + config.get("connector.class") + "/config/validate", config);
    }

    public void create(String name, Map<String, String> config) {
        call("POST", "/connectors", Map.of("name", name, "config", config));
    }

    public void put(String name, Map<String, String> config) {
        call("PUT", "/connectors/" + name + "/config", config);
    }

    public ConnectorStatus status(String name) {
        return ConnectorStatus.of(call("GET", "/connectors/" + name + "/status"));
    }

    public void pause(String name) {
        call("PUT", "/connectors/" + name + "/pause");
    }

    public void resume(String name) {
        call("PUT", "/connectors/" + name + "/resume");
    }

    /** Stops the connector and its tasks, as offsets want it before they are changed, and waits until they have. */
    public void stop(String name) {
        call("PUT", "/connectors/" + name + "/stop");
        awaitState(name, "STOPPED");
    }

    public void restart(String name) {
        call("POST", "/connectors/" + name + "/restart?includeTasks=true");
    }

    public void delete(String name) {
        call("DELETE", "/connectors/" + name);
    }

    public List<SourceOffset> offsets(String name) {
        JsonNode offsets = call("GET", "/connectors/" + name + "/offsets").path("offsets");
        return JsonMapper.shared().convertValue(offsets, new TypeReference<List<SourceOffset>>() {});
    }

    /** Sets the offset of one partition of a stopped connector; without an offset, resets it. */
    public void patchOffset(String name, Map<String, Object> partition, Optional<Map<String, Object>> offset) {
        patchOffsets(name, List.of(new SourceOffset(partition, offset.orElse(null))));
    }

    /** Sets the offsets of several partitions of a stopped connector: all of them or none. */
    public void patchOffsets(String name, List<?> offsets) {
        call("PATCH", "/connectors/" + name + "/offsets", Map.of("offsets", offsets));
    }

    public void deleteOffsets(String name) {
        call("DELETE", "/connectors/" + name + "/offsets");
    }

    /** Waits until the connector and its tasks run; gives up as soon as something failed. */
    public ConnectorStatus awaitRunning(String name) {
        ConnectorStatus status = await(name, now -> now.isRunning() || now.hasFailed());
        if (status.hasFailed()) {
            throw new IllegalStateException(name + " failed: " + status.trace());
        }
        return status;
    }

    public ConnectorStatus awaitFailed(String name) {
        return await(name, ConnectorStatus::hasFailed);
    }

    /** Waits until the connector is in a state such as {@code PAUSED} or {@code STOPPED}, its tasks too. */
    public ConnectorStatus awaitState(String name, String state) {
        return await(name, now -> now.isAll(state));
    }

    public ConnectorStatus await(String name, Predicate<ConnectorStatus> wanted) {
        return Awaitility.await("status of " + name)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                // No status yet: the worker has taken the settings, but not acted on them.
                .ignoreExceptionsMatching(e -> String.valueOf(e.getMessage()).contains("was answered with 404"))
                .until(() -> status(name), wanted);
    }

    /** Sets what a logger of the worker, and those below it, write: {@code TRACE}, {@code INFO} and so on. */
    public void setLogLevel(String logger, String level) {
        call("PUT", "/admin/loggers/" + logger, Map.of("level", level));
    }

    /** How far a source connector got in one of its partitions, as Connect's REST interface shows it. */
    public record SourceOffset(Map<String, Object> partition, Map<String, Object> offset) {}
}
