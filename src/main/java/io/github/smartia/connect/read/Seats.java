package io.github.smartia.connect.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets the organisations of a task take turns: so many read at a time, however many there are, and what is read ahead
 * stays bounded. Whoever has read for a while makes way where others wait, and goes on when its turn comes again, so
 * that one with a million sessions to catch up with does not keep back one that has ten. All of it happens on the loop.
 */
public final class Seats {

    /** How long an organisation may read while others wait. */
    static final Duration TURN = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(250);

    private final int count;
    private final Duration patience;
    private final Loop loop;
    private final Map<Rounds, Long> taken = new LinkedHashMap<>();
    private final Set<Rounds> waiting = new LinkedHashSet<>();
    private boolean watching;
    private int firstToReadOn;

    /**
     * @param count how many organisations may read at a time, at least 1
     * @param patience how long one that ought to make way may wait for an answer of the API first
     */
    public Seats(int count, Duration patience, Loop loop) {
        this.count = count;
        this.patience = patience;
        this.loop = loop;
    }

    /** For one organisation: it has nobody to make way for. */
    public static Seats forOne(Loop loop) {
        return new Seats(1, Rounds.PATIENCE, loop);
    }

    /** Something was fetched from the outbox: there may be room again. May be called from any thread. */
    public void readOn() {
        loop.execute(() -> {
            List<Rounds> readers = new ArrayList<>(taken.keySet());
            // Each time another finds the most room.
            Collections.rotate(readers, firstToReadOn++);
            readers.forEach(Rounds::readOn);
        });
    }

    Duration patience() {
        return patience;
    }

    /** Has {@code who} called to read: at once, or when its turn comes. */
    void ask(Rounds who) {
        if (taken.size() < count && waiting.isEmpty()) {
            taken.put(who, loop.nanoTime());
            who.seated();
        } else {
            waiting.add(who);
            watch();
        }
    }

    /** Makes room for the next, and waits for another turn. */
    void pass(Rounds who) {
        taken.remove(who);
        waiting.add(who);
        fill();
        watch();
    }

    /** {@code who} has read all there is for now, or for good. */
    void leave(Rounds who) {
        taken.remove(who);
        waiting.remove(who);
        fill();
    }

    private void fill() {
        while (taken.size() < count && !waiting.isEmpty()) {
            Rounds next = waiting.iterator().next();
            waiting.remove(next);
            taken.put(next, loop.nanoTime());
            // As a step of its own: a thousand in a row may have nothing to do but to leave again.
            loop.execute(next::seated);
        }
    }

    private void watch() {
        if (!watching && !waiting.isEmpty()) {
            watching = true;
            loop.schedule(this::look, LOOK);
        }
    }

    private void look() {
        watching = false;
        long now = loop.nanoTime();
        List<Rounds> late = taken.entrySet().stream()
                .filter(seat -> now - seat.getValue() >= TURN.toNanos())
                .map(Map.Entry::getKey)
                .limit(waiting.size())
                .toList();
        late.forEach(Rounds::makeWay);
        watch();
    }
}
