package io.github.smartia.connect.soak;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws incidents in a random order, each of them once before any comes again; the kills come first. */
final class Incidents {

    private final Random random;
    private final Deque<Incident> drawn = new ArrayDeque<>();
    private final Map<Incident, Integer> counts = new EnumMap<>(Incident.class);

    Incidents(Random random) {
        this.random = random;
        drawn.add(Incident.WORKER_KILLED);
        drawn.add(Incident.BROKER_KILLED);
    }

    Incident next() {
        if (drawn.isEmpty()) {
            List<Incident> all = Arrays.asList(Incident.values());
            Collections.shuffle(all, random);
            drawn.addAll(all);
        }
        Incident incident = drawn.remove();
        counts.merge(incident, 1, Integer::sum);
        return incident;
    }

    Map<Incident, Integer> counts() {
        return new EnumMap<>(counts);
    }
}
