package io.github.smartia.connect.simulated;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The sessions of the simulated API. They may change while they are served: a response contains each change completely
 * or not at all. Thread-safe.
 */
public final class Sessions {

    /** @param total number of matches on all pages */
    record Page(List<SimulatedSession> sessions, int total) {}

    private final PageCutter cutter;
    private final Map<UUID, SimulatedSession> byId = new HashMap<>();
    private final Map<List<Enum<?>>, SessionIndex> indexes = new HashMap<>();
    private Consumer<SimulatedSession> witness = session -> {};

    Sessions(PageCutter cutter) {
        this.cutter = cutter;
        for (Scope scope : Scope.values()) {
            for (SortField field : SortField.values()) {
                indexes.put(List.of(scope, field), new SessionIndex(scope, field));
            }
        }
    }

    /**
     * Calls {@code witness} with each session that is added or changed from now on, just before responses may contain
     * it. The witness must not block.
     */
    public synchronized void watch(Consumer<SimulatedSession> witness) {
        this.witness = witness;
    }

    public synchronized void add(SimulatedSession session) {
        addAll(List.of(session));
    }

    public synchronized void addAll(Collection<SimulatedSession> sessions) {
        Map<UUID, SimulatedSession> added = new HashMap<>();
        for (SimulatedSession session : sessions) {
            UUID id = session.sessionId();
            if (byId.containsKey(id) || added.put(id, session) != null) {
                throw new IllegalArgumentException("there is a " + session + " already");
            }
        }
        byId.putAll(added);
        sessions.forEach(witness);
        indexes.values().forEach(index -> index.addAll(sessions));
    }

    public void complete(UUID sessionId, Instant endDate) {
        change(sessionId, session -> session.endedAt(endDate));
    }

    /** Changes a session in place. The id must stay the same. */
    public synchronized void change(UUID sessionId, UnaryOperator<SessionBuilder> how) {
        SimulatedSession before = get(sessionId);
        SimulatedSession after = how.apply(SessionBuilder.from(before)).build();
        if (!after.sessionId().equals(sessionId)) {
            throw new IllegalArgumentException("a session keeps its id");
        }
        remove(sessionId);
        add(after);
    }

    public synchronized void remove(UUID sessionId) {
        SimulatedSession session = get(sessionId);
        byId.remove(sessionId);
        indexes.values().forEach(index -> index.remove(session));
    }

    public synchronized SimulatedSession get(UUID sessionId) {
        return Optional.ofNullable(byId.get(sessionId))
                .orElseThrow(() -> new NoSuchElementException("no session " + sessionId));
    }

    /** All sessions, in no particular order. */
    public synchronized List<SimulatedSession> all() {
        return List.copyOf(byId.values());
    }

    public synchronized int size() {
        return byId.size();
    }

    synchronized Page find(PageRequest request) {
        List<SimulatedSession> matches = indexes.get(
                        List.of(request.search().status(), request.sort().field()))
                .in(request.range());
        if (request.hasMoreConditions()) {
            matches = matches.stream().filter(request.search()::matches).toList();
        }
        return new Page(cutter.cut(matches, request), matches.size());
    }
}
