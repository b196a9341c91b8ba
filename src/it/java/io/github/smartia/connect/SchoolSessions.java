package io.github.smartia.connect;

import io.github.smartia.connect.simulated.History;
import io.github.smartia.connect.simulated.Pupil;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An API key, a pupil and sessions for simulated APIs. */
public final class SchoolSessions {

    /** A school morning; the whole history lies before. */
    static final Instant MORNING = Instant.parse("2026-01-12T09:00:00.000Z");

    public static final String KEY = "planted-key-7Zq4Xw9T";

    static final UUID USER_ID = UUID.fromString("5ec4e700-0000-4000-8000-0000feedface");

    private SchoolSessions() {}

    /** All fields of this pupil are planted, one that the API does not document too. */
    static Pupil pupil() {
        return new Pupil(USER_ID, """
                {"userId":"%s","username":"pla_username","fullName":"Plantina Rootstock Seedling",\
                "firstName":"Plantina","middleName":"Rootstock","lastName":"Seedling","gender":"female",\
                "upn":"PLA99999","externalId":"MIS-PLA","emails":["plantina.Seedling@school.example"],\
                "dateOfBirth":"2011-03-01","nickname":"Plantina's"}""".formatted(USER_ID));
    }

    /** Sessions of half a year, a few of them never finished. */
    public static List<SimulatedSession> history(int count) {
        return new History(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 9), 42).sessions(count);
    }

    static List<SimulatedSession> completed(int count) {
        return each(count, second -> SessionBuilder.completed().endedAt(MORNING.plusSeconds(second)));
    }

    /** Open sessions that start on {@link #MORNING}, a second apart. */
    static List<SimulatedSession> inProgress(int count) {
        return inProgress(count, Duration.ZERO);
    }

    static List<SimulatedSession> inProgress(int count, Duration later) {
        Instant first = MORNING.plus(later);
        return each(count, second -> SessionBuilder.inProgress().startedAt(first.plusSeconds(second)));
    }

    /** Twice {@code count} sessions, half of them completed and half of them in progress, all of one millisecond. */
    static List<SimulatedSession> ties(int count, Instant date) {
        return Stream.concat(
                        each(count, number -> SessionBuilder.completed().endedAt(date)).stream(),
                        each(count, number -> SessionBuilder.inProgress().startedAt(date)).stream())
                .toList();
    }

    /** One session in progress and one completed for each way in which a session may be unlike others. */
    static List<SimulatedSession> peculiar() {
        List<SimulatedSession> sessions = new ArrayList<>();
        for (SessionBuilder usual : List.of(SessionBuilder.completed(), SessionBuilder.inProgress())) {
            SimulatedSession session = usual.user(pupil()).build();
            sessions.add(session);
            sessions.add(copy(session).without("user.gender").build());
            sessions.add(copy(session).with("user.gender", "null").build());
            sessions.add(copy(session)
                    .without("user.username")
                    .without("test.subject")
                    .build());
            sessions.add(copy(session)
                    .with("cohort", "{\"year\":7,\"forms\":[\"7A\"]}")
                    .with("test.level", "3")
                    .build());
        }
        sessions.add(SessionBuilder.completed().withoutResult().build());
        sessions.add(SessionBuilder.completed().with("result", "null").build());
        sessions.add(SessionBuilder.completed()
                .with("result.duration", "null")
                .with("result.grade", "\"A\"")
                .build());
        return sessions;
    }

    private static SessionBuilder copy(SimulatedSession session) {
        return SessionBuilder.from(session).id(UUID.randomUUID());
    }

    private static List<SimulatedSession> each(int count, IntFunction<SessionBuilder> builder) {
        return IntStream.range(0, count)
                .mapToObj(number -> builder.apply(number).build())
                .toList();
    }
}
