package io.github.smartia.connect.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions for tests: {@code aSession().id("…").completedAt("2026-01-06T09:00:00.000Z").build()}. */
public final class Sessions {

    private String id = "00000000-0000-4000-8000-000000000001";
    private Instant startDate = Instant.parse("2026-01-06T08:00:00.000Z");
    private Optional<Instant> endDate = Optional.empty();
    private User user = bareUser();
    private Test test = new Test("a-test", Optional.empty(), Optional.empty(), Optional.empty());
    private Optional<Result> result = Optional.empty();
    private final Map<String, String> additionalFields = new LinkedHashMap<>();

    private Sessions() {}

    /** A session in progress that holds only what the API always sends. */
    public static Sessions aSession() {
        return new Sessions();
    }

    /** A completed session that holds only what the API always sends. */
    public static Session completed(String id, Instant end) {
        return aSession().id(id).completedAt(end.toString()).build();
    }

    /** A completed session without a user. */
    public static MalformedSession malformed(String id, Instant end) {
        return new MalformedSession(Optional.of(id), Optional.empty(), Optional.of(end), "user", "is missing", "{}");
    }

    /** A completed session in which nothing is missing. */
    public static Sessions aFullSession() {
        return aSession()
                .completedAt("2026-01-06T09:30:00.250Z")
                .user(fullUser())
                .test(new Test("a-test", Optional.of("version-2"), Optional.of("Maths Smart IA"), Optional.of("Maths")))
                .result(new Result(
                        Optional.of(Instant.parse("2026-01-06T09:31:00.000Z")),
                        Optional.of("L2 - Upper"),
                        Optional.of("PT1H30M0.25S")))
                .additionalField("user.house", "\"Raven\"");
    }

    /** A user of whom nothing but the id is known. */
    public static User bareUser() {
        return userWith(Optional.empty());
    }

    /** A user whose gender the API sends in a form that can't be read. */
    public static User userOfUnreadableGender() {
        return userWith(Optional.empty(), Optional.empty());
    }

    public static User userWith(Optional<List<String>> emails) {
        return userWith(Optional.of(User.UNKNOWN_GENDER), emails);
    }

    private static User userWith(Optional<String> gender, Optional<List<String>> emails) {
        return new User(
                "a-user",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                gender,
                Optional.empty(),
                Optional.empty(),
                emails,
                Optional.empty());
    }

    /** A user of whom everything is known. */
    public static User fullUser() {
        return new User(
                "a-user",
                Optional.of("zoe_m"),
                Optional.of("Zoë Ann Müller"),
                Optional.of("Zoë"),
                Optional.of("Ann"),
                Optional.of("Müller"),
                Optional.of("female"),
                Optional.of("A123456789012"),
                Optional.of("MIS-7"),
                Optional.of(List.of("zoe@school.example", "zoe@home.example")),
                Optional.of(LocalDate.parse("2011-02-28")));
    }

    public Sessions id(String sessionId) {
        this.id = sessionId;
        return this;
    }

    public Sessions startedAt(String date) {
        this.startDate = Instant.parse(date);
        return this;
    }

    /** Makes the session a completed one. */
    public Sessions completedAt(String date) {
        this.endDate = Optional.of(Instant.parse(date));
        return this;
    }

    public Sessions user(User value) {
        this.user = value;
        return this;
    }

    public Sessions test(Test value) {
        this.test = value;
        return this;
    }

    public Sessions result(Result value) {
        this.result = Optional.of(value);
        return this;
    }

    public Sessions additionalField(String path, String json) {
        additionalFields.put(path, json);
        return this;
    }

    public Session build() {
        Status status = endDate.isPresent() ? Status.COMPLETED : Status.IN_PROGRESS;
        return new Session(id, startDate, endDate, status, user, test, result, additionalFields);
    }
}
