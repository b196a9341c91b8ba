package io.github.smartia.connect.soak;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.Sessions;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.simulated.Timetable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A school whose sessions are malformed, from the start or later, and often repaired. Runs until closed. */
final class CarelessSchool implements AutoCloseable {

    private static final List<UnaryOperator<SessionBuilder>> SPOILING = List.of(
            session -> session.without("sessionId"),
            session -> session.without("user.userId"),
            session -> session.with("test.testId", "null"),
            session -> session.with("endDate", "\"soon\"").with("startDate", "\"soon\""));
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int LONGEST_MILLIS = 4_000;

    private final Sessions sessions;
    private final InstantSource clock;
    private final Random random;
    private final Timetable timetable = new Timetable();

    private CarelessSchool(Sessions sessions, InstantSource clock, long seed) {
        this.sessions = sessions;
        this.clock = clock;
        random = new Random(seed);
    }

    static CarelessSchool start(Sessions sessions, InstantSource clock, long seed) {
        CarelessSchool school = new CarelessSchool(sessions, clock, seed);
        school.timetable.every(PAUSE, school::addSession);
        return school;
    }

    private void addSession() {
        UUID id = UUID.randomUUID();
        UnaryOperator<SessionBuilder> spoiling = SPOILING.get(random.nextInt(SPOILING.size()));
        SessionBuilder started = SessionBuilder.inProgress().id(id).startedAt(clock.instant());
        switch (random.nextInt(4)) {
            case 0 ->
                sessions.add(spoiling.apply(started.endedAt(clock.instant())).build());
            case 1 -> {
                sessions.add(spoiling.apply(started.endedAt(clock.instant())).build());
                later(() -> repair(id));
            }
            case 2 -> {
                sessions.add(started.endedAt(clock.instant()).build());
                later(() -> sessions.change(id, spoiling));
            }
            default -> {
                sessions.add(started.build());
                later(() -> sessions.change(id, session -> spoiling.apply(session.endedAt(clock.instant()))));
            }
        }
    }

    private void repair(UUID id) {
        SimulatedSession spoilt = sessions.get(id);
        sessions.change(
                id,
                session -> SessionBuilder.inProgress()
                        .id(id)
                        .startedAt(spoilt.startDate())
                        .endedAt(spoilt.endDate().orElseThrow()));
    }

    private void later(Runnable task) {
        timetable.later(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)), task);
    }

    @Override
    public void close() {
        timetable.close();
    }
}
