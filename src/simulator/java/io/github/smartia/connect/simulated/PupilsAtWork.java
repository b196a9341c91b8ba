package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Simulates pupils at work. Sessions start at a steady rate and complete some time later. Some results appear after
 * their session has completed, and some completed sessions appear late. Runs on its own thread until closed.
 */
public final class PupilsAtWork implements AutoCloseable {

    private static final int ONE_IN_RESULT_FOLLOWS = 5;
    private static final int ONE_IN_SHOWS_LATE = 20;

    private final Sessions sessions;
    private final Duration work;
    private final InstantSource clock;
    private final SplittableRandom random;
    private final Timetable timetable = new Timetable();

    private PupilsAtWork(Sessions sessions, Duration work, long seed, InstantSource clock) {
        this.sessions = sessions;
        this.work = work;
        this.clock = clock;
        random = new SplittableRandom(seed);
    }

    /**
     * Starts immediately. A session takes {@code work} on average. Completed sessions that appear late do so after a
     * tenth of {@code work}, and late results after two tenths.
     */
    public static PupilsAtWork start(
            Sessions sessions, double perMinute, Duration work, long seed, InstantSource clock) {
        PupilsAtWork pupils = new PupilsAtWork(sessions, work, seed, clock);
        pupils.timetable.every(Duration.ofNanos(Math.max(1, Math.round(60e9 / perMinute))), pupils::startSession);
        return pupils;
    }

    private void startSession() {
        SimulatedSession session = SessionBuilder.inProgress()
                .id(Invented.id(random))
                .startedAt(now())
                .user(Invented.pupil(random))
                .test(Assessment.ALL.get(random.nextInt(Assessment.ALL.size())))
                .build();
        sessions.add(session);
        timetable.later(work.multipliedBy(random.nextInt(50, 150)).dividedBy(100), () -> complete(session));
    }

    private void complete(SimulatedSession started) {
        UUID id = started.sessionId();
        Instant end = now();
        Outcome result = Invented.result(started.startMillis(), end.toEpochMilli(), random);
        Duration late = random.nextInt(ONE_IN_SHOWS_LATE) == 0 ? aWhile() : Duration.ZERO;
        boolean resultFollows = random.nextInt(ONE_IN_RESULT_FOLLOWS) == 0;
        timetable.later(
                late,
                () -> sessions.change(id, session -> {
                    SessionBuilder ended = session.endedAt(end);
                    return resultFollows ? ended.withoutResult() : ended.result(result);
                }));
        if (resultFollows) {
            timetable.later(aWhile().multipliedBy(2), () -> sessions.change(id, session -> session.result(result)));
        }
    }

    private Duration aWhile() {
        return work.dividedBy(10);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Stops the simulation. Nothing changes afterwards. */
    @Override
    public void close() {
        timetable.close();
    }
}
