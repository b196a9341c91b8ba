package io.github.smartia.connect;

import io.github.smartia.connect.simulated.Sessions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the views of config/analytics must hold, computed from the sessions of the simulated API. */
final class AnalyticsTruth {

    private final List<AnalyticsSession> sessions;

    private AnalyticsTruth(List<AnalyticsSession> sessions) {
        this.sessions = sessions;
    }

    /** Of these organisations, as their sessions are now, without those of one pupil who was erased. */
    static AnalyticsTruth of(Map<String, Sessions> organisations, Collection<String> erasedPupils) {
        List<AnalyticsSession> sessions = new ArrayList<>();
        organisations.forEach(
                (name, those) -> those.all().forEach(session -> sessions.add(AnalyticsSession.of(name, session))));
        return new AnalyticsTruth(sessions.stream()
                .filter(session -> !erasedPupils.contains(session.text("/user/userId")))
                .toList());
    }

    /** The rows of each view by the query for them. */
    Map<String, List<List<Object>>> rows() {
        Map<String, List<List<Object>>> rows = new HashMap<>();
        rows.put("SELECT sessionid FROM in_progress", each(open(), session -> List.of(session.text("/sessionId"))));
        rows.put("SELECT * FROM session", each(Stream.concat(completed(), open()), AnalyticsSession::row));
        rows.put(
                "SELECT session_id, organisation, started_at, pupil_id, test_id, test_version_id, test_name, subject"
                        + " FROM open_session",
                each(open(), AnalyticsSession::openRow));
        rows.put(
                "SELECT session_id, organisation, ended_at, pupil_id, test_id, subject FROM sessions_without_result",
                each(completed().filter(session -> !session.hasResult()), AnalyticsSession::unmarkedRow));
        rows.put("SELECT * FROM level_by_subject_month", levels());
        rows.put("SELECT * FROM duration_by_subject", durations());
        rows.put("SELECT * FROM sessions_by_organisation", organisations());
        rows.put("SELECT * FROM sessions_per_day", perTime(day -> day));
        rows.put("SELECT * FROM sessions_per_month", perTime(day -> day.withDayOfMonth(1)));
        return rows;
    }

    /** What the API counts for the key of one organisation: stream, day, sessions. */
    List<List<Object>> days(String organisation) {
        return perTime(day -> day).stream()
                .filter(row -> row.get(1).equals(organisation))
                .map(row -> List.of(row.get(0), row.get(2), row.get(3)))
                .toList();
    }

    private List<List<Object>> levels() {
        Map<List<Object>, Long> counts = completed()
                .filter(session -> session.has("/result/level"))
                .collect(Collectors.groupingBy(
                        session -> Arrays.asList(
                                session.text("/test/subject"),
                                session.day("/endDate").withDayOfMonth(1),
                                session.text("/result/level")),
                        Collectors.counting()));
        return counted(counts);
    }

    private List<List<Object>> durations() {
        Map<List<Object>, List<Long>> bySubject = new HashMap<>();
        completed()
                .forEach(session -> session.seconds()
                        .ifPresent(seconds -> bySubject
                                .computeIfAbsent(
                                        Arrays.asList(session.text("/test/subject")), subject -> new ArrayList<>())
                                .add(seconds)));
        List<List<Object>> rows = new ArrayList<>();
        bySubject.forEach((subject, seconds) -> {
            List<Object> row = new ArrayList<>(subject);
            row.add((long) seconds.size());
            List<Long> sorted = seconds.stream().sorted().toList();
            Stream.of(10, 25, 50, 75, 90).forEach(percent -> row.add(quantile(sorted, percent)));
            rows.add(row);
        });
        return rows;
    }

    /** Interpolated between the two values around it, and rounded. */
    private static BigDecimal quantile(List<Long> sorted, int percent) {
        int hundredths = percent * (sorted.size() - 1);
        int below = hundredths / 100;
        long low = sorted.get(below);
        long high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return BigDecimal.valueOf(100 * low + (hundredths % 100) * (high - low), 2)
                .setScale(0, RoundingMode.HALF_UP);
    }

    private List<List<Object>> organisations() {
        Map<String, List<AnalyticsSession>> byName =
                sessions.stream().collect(Collectors.groupingBy(AnalyticsSession::organisation));
        return byName.entrySet().stream()
                .map(each -> organisation(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<Object> organisation(String name, List<AnalyticsSession> all) {
        List<AnalyticsSession> completed =
                all.stream().filter(AnalyticsSession::isCompleted).toList();
        List<Instant> starts =
                all.stream().map(session -> session.date("/startDate")).sorted().toList();
        return List.of(
                name,
                (long) all.size(),
                (long) completed.size(),
                (long) all.size() - completed.size(),
                completed.stream().filter(session -> !session.hasResult()).count(),
                all.stream()
                        .map(session -> session.text("/user/userId"))
                        .distinct()
                        .count(),
                starts.get(0),
                starts.get(starts.size() - 1));
    }

    private List<List<Object>> perTime(Function<LocalDate, LocalDate> time) {
        return counted(sessions.stream()
                .collect(Collectors.groupingBy(
                        session -> session.isCompleted()
                                ? List.of("completed", session.organisation(), time.apply(session.day("/endDate")))
                                : List.of("in-progress", session.organisation(), time.apply(session.day("/startDate"))),
                        Collectors.counting())));
    }

    private static List<List<Object>> counted(Map<? extends List<?>, Long> counts) {
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach((group, count) -> {
            List<Object> row = new ArrayList<>(group);
            row.add(count);
            rows.add(row);
        });
        return rows;
    }

    private static List<List<Object>> each(
            Stream<AnalyticsSession> sessions, Function<AnalyticsSession, List<Object>> row) {
        return sessions.map(row).toList();
    }

    private Stream<AnalyticsSession> completed() {
        return sessions.stream().filter(AnalyticsSession::isCompleted);
    }

    private Stream<AnalyticsSession> open() {
        return sessions.stream().filter(session -> !session.isCompleted());
    }
}
