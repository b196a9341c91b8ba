package io.github.smartia.connect.stack;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a Connect worker, asked again while its group rebalances. */
final class WorkerHttp {

    /** A worker itself gives up on a request after 90 seconds, and says why. */
    private static final Duration TIMEOUT = Duration.ofSeconds(100);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JsonHttp http;

    WorkerHttp(URI uri) {
        this.http = new JsonHttp(uri, TIMEOUT);
    }

    JsonNode call(String method, String path) {
        return answered(method + " " + path, () -> http.send(method, path));
    }

    JsonNode call(String method, String path, Object body) {
        return answered(method + " " + path, () -> http.send(method, path, body));
    }

    private static JsonNode answered(String call, Supplier<JsonHttp.Answer> exchange) {
        JsonHttp.Answer answer = Awaitility.await(call)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(exchange::get, given -> !isBusy(given));
        if (answer.status() >= 300) {
            throw new ConnectRestException(call, answer);
        }
        return answer.body().isEmpty() ? JsonMapper.shared().createObjectNode() : answer.json();
    }

    /** The same status also means that a connector exists already, which no waiting changes. */
    private static boolean isBusy(JsonHttp.Answer answer) {
        return answer.status() == 409
                && (answer.body().contains("rebalance") || answer.body().contains("stale configuration"));
    }
}
