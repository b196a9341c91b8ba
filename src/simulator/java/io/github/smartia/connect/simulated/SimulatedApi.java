package io.github.smartia.connect.simulated;

import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A running simulated API. Thread-safe. */
public final class SimulatedApi implements AutoCloseable {

    private final SimulatedApiOptions options;
    private final Keys keys = new Keys();
    private final RequestLog requests = new RequestLog();
    private final FaultScript faults;
    private final Sessions sessions;
    private final Map<String, Sessions> sessionsOf = new ConcurrentHashMap<>();
    private final Endpoints endpoints;
    private final LoopbackServer server;

    private SimulatedApi(SimulatedApiOptions options) {
        this.options = options;
        keys.accept(options.key);
        faults = new FaultScript(options.seed);
        sessions = noSessions();
        endpoints = new Endpoints(
                keys, key -> sessionsOf.getOrDefault(key, sessions), new PageWriter(options.shape, options.cursors));
        server = LoopbackServer.start(
                options.port, () -> new Connection(options.latency, this::respond, requests::ended));
    }

    /** Defaults: a free port, no latency, flat data, a stable order. */
    public static SimulatedApiOptions options() {
        return new SimulatedApiOptions();
    }

    public static SimulatedApi start() {
        return start(options());
    }

    /** The API is listening when this returns. {@code options} must not be changed afterwards. */
    public static SimulatedApi start(SimulatedApiOptions options) {
        return new SimulatedApi(options);
    }

    /** The base URL, which the connector calls {@code api.url}. */
    public String url() {
        return "http://127.0.0.1:" + server.port() + Endpoints.BASE_PATH;
    }

    /** A key that may read sessions. */
    public String key() {
        return options.key;
    }

    private Sessions noSessions() {
        return new Sessions(new PageCutter(options.shuffledTies, options.seed));
    }

    /**
     * Accepts and revokes keys. All keys see the same sessions, except those that have
     * {@link #sessionsOf sessions of their own}.
     */
    public Keys keys() {
        return keys;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** The sessions that only {@code key} sees, instead of the shared ones. The first call accepts the key. */
    public Sessions sessionsOf(String key) {
        return sessionsOf.computeIfAbsent(key, fresh -> {
            keys.accept(fresh);
            return noSessions();
        });
    }

    public RequestLog requests() {
        return requests;
    }

    public FaultScript faults() {
        return faults;
    }

    /** Closes all connections, including those with requests in flight. */
    @Override
    public void close() {
        server.close();
    }

    private Consumer<Channel> respond(Request request) {
        requests.arrived(request);
        Response good = endpoints.respond(request);
        return faults.faultFor(request)
                .<Consumer<Channel>>map(fault -> channel -> fault.send(good, channel))
                .orElse(good::sendTo);
    }
}
