package io.github.smartia.connect.simulated;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The sessions that the simulated API holds. They may change while it serves them: each change is whole or not at all
 * in any answer. Safe for use by several threads.
 */
public final class Sessions {

    private final Clock clock;
    private final PageCutter cutter;
    private final Map<UUID, SimulatedSession> byId = new HashMap<>();
    private final Map<UUID, Instant> hidden = new HashMap<>();
    private final Map<Scope, Map<SortField, SessionIndex>> shown = new EnumMap<>(Scope.class);
    private Instant nextShowing = Instant.MAX;
    private Consumer<SimulatedSession> witness = session -> {};

    Sessions(Clock clock, PageCutter cutter) {
        this.clock = clock;
        this.cutter = cutter;
        for (Scope scope : Scope.values()) {
            Map<SortField, SessionIndex> indexes = new EnumMap<>(SortField.class);
            for (SortField field : SortField.values()) {
                indexes.put(field, new SessionIndex(field));
            }
            shown.put(scope, indexes);
        }
    }

    /** Lets {@code witness} see everything that answers may show from now on, just before they may; it must not wait. */
    public synchronized void watch(Consumer<SimulatedSession> witness) {
        this.witness = witness;
    }

    public synchronized void add(SimulatedSession session) {
        hold(session);
        show(session);
    }

    /** Adds many, fast. */
    public synchronized void addAll(Collection<SimulatedSession> sessions) {
        Map<UUID, SimulatedSession> fresh = new HashMap<>();
        for (SimulatedSession session : sessions) {
            refuseIf(byId.containsKey(session.sessionId()) || fresh.put(session.sessionId(), session) != null, session);
        }
        byId.putAll(fresh);
        sessions.forEach(witness);
        for (SortField field : SortField.values()) {
            List<SimulatedSession> sorted =
                    sessions.stream().sorted(SessionIndex.order(field)).toList();
            shown.forEach((scope, indexes) -> indexes.get(field)
                    .addAll(sorted.stream().filter(scope::holds).toList()));
        }
    }

    /** Adds a session that the API shows only from {@code showing} on. */
    public synchronized void addHidden(SimulatedSession session, Instant showing) {
        hold(session);
        markHidden(session.sessionId(), showing);
    }

    /** Takes a session out of all answers until {@code showing}. */
    public synchronized void hideUntil(UUID sessionId, Instant showing) {
        SimulatedSession session = get(sessionId);
        if (!hidden.containsKey(sessionId)) {
            hide(session);
        }
        markHidden(sessionId, showing);
    }

    /** Ends a session; it stays hidden if it was. */
    public void complete(UUID sessionId, Instant endDate) {
        change(sessionId, session -> session.endedAt(endDate));
    }

    /** Changes a session in place; it stays hidden if it was. The id must stay. */
    public synchronized void change(UUID sessionId, UnaryOperator<SessionBuilder> how) {
        SimulatedSession before = get(sessionId);
        SimulatedSession after = how.apply(SessionBuilder.from(before)).build();
        if (!after.sessionId().equals(sessionId)) {
            throw new IllegalArgumentException("a session keeps its id");
        }
        byId.put(sessionId, after);
        if (!hidden.containsKey(sessionId)) {
            hide(before);
            show(after);
        }
    }

    public synchronized void remove(UUID sessionId) {
        SimulatedSession session = get(sessionId);
        byId.remove(sessionId);
        if (hidden.remove(sessionId) == null) {
            hide(session);
        }
    }

    /**
     * The session as it is now, shown or hidden.
     *
     * @throws NoSuchElementException if there is none
     */
    public synchronized SimulatedSession get(UUID sessionId) {
        return Optional.ofNullable(byId.get(sessionId))
                .orElseThrow(() -> new NoSuchElementException("no session " + sessionId));
    }

    /** All of them, hidden ones too, in no particular order. */
    public synchronized List<SimulatedSession> all() {
        return List.copyOf(byId.values());
    }

    public synchronized int size() {
        return byId.size();
    }

    synchronized Page find(PageRequest request) {
        showWhatIsDue();
        Criteria criteria = request.criteria();
        SortField sort = request.sort();
        List<SimulatedSession> matches = shown.get(criteria.scope()).get(sort).in(criteria.range(sort));
        if (!criteria.areOnly(sort)) {
            matches = matches.stream().filter(criteria::match).toList();
        }
        return new Page(cutter.cut(matches, request), matches.size());
    }

    private void hold(SimulatedSession session) {
        refuseIf(byId.putIfAbsent(session.sessionId(), session) != null, session);
    }

    private static void refuseIf(boolean known, SimulatedSession session) {
        if (known) {
            throw new IllegalArgumentException("there is a " + session + " already");
        }
    }

    private void show(SimulatedSession session) {
        witness.accept(session);
        indexesOf(session).forEach(index -> index.add(session));
    }

    private void hide(SimulatedSession session) {
        indexesOf(session).forEach(index -> index.remove(session));
    }

    private List<SessionIndex> indexesOf(SimulatedSession session) {
        List<SessionIndex> indexes = new ArrayList<>();
        shown.forEach((scope, byDate) -> {
            if (scope.holds(session)) {
                indexes.addAll(byDate.values());
            }
        });
        return indexes;
    }

    private void markHidden(UUID sessionId, Instant showing) {
        hidden.put(sessionId, showing);
        nextShowing = showing.isBefore(nextShowing) ? showing : nextShowing;
    }

    private void showWhatIsDue() {
        Instant now = clock.instant();
        if (now.isBefore(nextShowing)) {
            return;
        }
        for (Iterator<Map.Entry<UUID, Instant>> it = hidden.entrySet().iterator(); it.hasNext(); ) {
            Map.Entry<UUID, Instant> next = it.next();
            if (!next.getValue().isAfter(now)) {
                it.remove();
                show(get(next.getKey()));
            }
        }
        nextShowing = hidden.values().stream().min(Instant::compareTo).orElse(Instant.MAX);
    }
}
