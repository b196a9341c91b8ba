package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Instant NOW = Instant.parse("2026-01-06T12:00:00.000Z");

    private final Sessions sessions = new Sessions(new PageCutter(false, 1));

    private List<UUID> shown(Scope scope, SortField sort) {
        return shown(sessions, scope, sort, false, 100, 0);
    }

    private static List<UUID> shown(
            Sessions from, Scope scope, SortField sort, boolean descending, int limit, int offset) {
        Set<String> any = Set.of();
        PageRequest request = new PageRequest(scope, Map.of(), any, any, any, sort, descending, limit, offset);
        return from.find(request).sessions().stream()
                .map(SimulatedSession::sessionId)
                .toList();
    }

    @Test
    void aSessionMovesFromInProgressToCompleted() {
        SimulatedSession session = SessionBuilder.inProgress().build();
        sessions.add(session);
        assertThat(shown(Scope.IN_PROGRESS, SortField.START_DATE)).containsExactly(session.sessionId());

        sessions.complete(session.sessionId(), NOW);

        assertThat(shown(Scope.IN_PROGRESS, SortField.START_DATE)).isEmpty();
        assertThat(shown(Scope.COMPLETED, SortField.END_DATE)).containsExactly(session.sessionId());
        assertThat(shown(Scope.ANY, SortField.START_DATE)).containsExactly(session.sessionId());
        assertThat(sessions.get(session.sessionId()).endDate()).hasValue(NOW);
    }

    @Test
    void aChangeShowsInPlace() {
        SimulatedSession session = SessionBuilder.completed().withoutResult().build();
        sessions.add(session);

        sessions.change(session.sessionId(), s -> s.result(Outcome.of(NOW, "L2 - Upper", Duration.ofMinutes(9))));

        assertThat(sessions.get(session.sessionId()).json()).contains("\"level\":\"L2 - Upper\",\"duration\":\"PT9M\"");
        assertThat(shown(Scope.COMPLETED, SortField.START_DATE)).containsExactly(session.sessionId());
        assertThatThrownBy(() -> sessions.change(session.sessionId(), s -> s.id(new UUID(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRemovedSessionIsGone() {
        SimulatedSession session = SessionBuilder.completed().build();
        sessions.add(session);

        sessions.remove(session.sessionId());

        assertThat(shown(Scope.ANY, SortField.END_DATE)).isEmpty();
        assertThat(sessions.size()).isZero();
        assertThatThrownBy(() -> sessions.get(session.sessionId())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void anIdCannotBeAddedTwice() {
        SimulatedSession session = SessionBuilder.completed().build();
        SimulatedSession other = SessionBuilder.completed().build();

        assertThatThrownBy(() -> sessions.addAll(List.of(other, session, session)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(sessions.size()).isZero();
        sessions.add(session);
        assertThatThrownBy(() -> sessions.add(session)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stableTiesArePagedOnceAndNotSortedById() {
        List<UUID> ids = addTies(sessions, 250);

        List<UUID> paged = pages(sessions, false);

        assertThat(paged).containsExactlyInAnyOrderElementsOf(ids).isNotEqualTo(ids);
        assertThat(pages(sessions, false)).isEqualTo(paged);
        List<UUID> backwards = new ArrayList<>(pages(sessions, true));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(paged);
    }

    @Test
    void shuffledTiesChangeTheirOrderWithinTheirDate() {
        Sessions shuffled = new Sessions(new PageCutter(true, 1));
        SimulatedSession before =
                SessionBuilder.inProgress().startedAt(NOW.minusMillis(1)).build();
        SimulatedSession after =
                SessionBuilder.inProgress().startedAt(NOW.plusMillis(1)).build();
        shuffled.addAll(List.of(after, before));
        List<UUID> ties = addTies(shuffled, 50);

        List<UUID> first = shown(shuffled, Scope.ANY, SortField.START_DATE, false, 100, 0);
        List<UUID> second = shown(shuffled, Scope.ANY, SortField.START_DATE, false, 100, 0);

        assertThat(first).startsWith(before.sessionId()).endsWith(after.sessionId());
        assertThat(first.subList(1, 51)).containsExactlyInAnyOrderElementsOf(ties);
        assertThat(second).isNotEqualTo(first).containsExactlyInAnyOrderElementsOf(first);
        List<UUID> middle = shown(shuffled, Scope.ANY, SortField.START_DATE, true, 10, 20);
        assertThat(middle).hasSize(10).doesNotHaveDuplicates();
        assertThat(ties).containsAll(middle);
    }

    @Test
    void aWitnessSeesEachStateOfASession() {
        List<SimulatedSession> seen = new ArrayList<>();
        SimulatedSession started = SessionBuilder.inProgress().startedAt(NOW).build();
        sessions.watch(seen::add);
        sessions.addAll(List.of(started));
        sessions.complete(started.sessionId(), NOW);

        assertThat(seen).containsExactly(started, sessions.get(started.sessionId()));
    }

    private static List<UUID> addTies(Sessions to, int count) {
        List<SimulatedSession> ties = Stream.generate(
                        () -> SessionBuilder.inProgress().startedAt(NOW).build())
                .limit(count)
                .toList();
        to.addAll(ties);
        return ties.stream().map(SimulatedSession::sessionId).toList();
    }

    private static List<UUID> pages(Sessions from, boolean descending) {
        return Stream.iterate(0, offset -> offset < 300, offset -> offset + 100)
                .flatMap(offset -> shown(from, Scope.ANY, SortField.START_DATE, descending, 100, offset).stream())
                .toList();
    }
}
