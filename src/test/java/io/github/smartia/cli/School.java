package io.github.smartia.cli;

import io.github.smartia.cli.OddApi.Listed;
import io.github.smartia.connect.simulated.History;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions of a school, and what of them must not be seen anywhere. */
final class School {

    static final List<SimulatedSession> SESSIONS =
            new History(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 27), 11).sessions(400);

    static final List<Listed> COMPLETED = SESSIONS.stream()
            .filter(SimulatedSession::isCompleted)
            .map(session -> new Listed(session.endDate().orElseThrow(), session.json()))
            .toList();

    static final List<Listed> IN_PROGRESS = SESSIONS.stream()
            .filter(session -> !session.isCompleted())
            .map(session -> new Listed(session.startDate(), session.json()))
            .toList();

    /** Words that say nothing of anybody. */
    private static final Set<String> COMMON =
            Set.of("male", "female", "other", "unknown", "COMPLETED", "IN_PROGRESS", "English", "Maths", "Mathematics");

    private School() {}

    static Listed at(Instant date, Listed session) {
        return new Listed(date, session.json().replaceAll("(\"endDate\":\")[^\"]+", "$1" + date));
    }

    /** All texts of these sessions but common words. */
    static Set<String> values() {
        Set<String> values = new TreeSet<>();
        SESSIONS.forEach(session -> collect(JsonMapper.shared().readTree(session.json()), values));
        values.removeAll(COMMON);
        return values;
    }

    private static void collect(JsonNode node, Set<String> values) {
        node.stringValueOpt().ifPresent(values::add);
        node.forEach(child -> collect(child, values));
    }
}
