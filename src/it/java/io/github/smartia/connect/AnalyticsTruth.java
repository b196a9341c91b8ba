package io.github.smartia.connect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the views of {@code config/analytics} must contain: computed from the API's sessions, without any SQL. */
record AnalyticsTruth(List<AnalyticsSession> sessions) {

    /** The rows of each view by its name, without columns for the time that has passed. */
    Map<String, List<List<Object>>> views() {
        return Map.of(
                "session", rows(sessions.stream(), AnalyticsSession::row),
                "open_session", rows(open(), AnalyticsSession::openRow),
                "sessions_without_result",
                        rows(completed().filter(each -> !each.hasResult()), AnalyticsSession::rowWithoutResult),
                "level_by_subject_month",
                        groups(
                                completed().filter(each -> each.level() != null),
                                each -> Arrays.asList(each.subject(), each.day().withDayOfMonth(1), each.level()),
                                AnalyticsTruth::count),
                "duration_by_subject",
                        groups(
                                completed().filter(each -> each.seconds().isPresent()),
                                each -> Arrays.asList(each.subject()),
                                AnalyticsTruth::durations),
                "sessions_by_organisation",
                        groups(sessions.stream(), each -> List.of(each.organisation()), AnalyticsTruth::totals),
                "sessions_per_day",
                        groups(
                                sessions.stream(),
                                each -> List.of(each.stream(), each.organisation(), each.day()),
                                AnalyticsTruth::count),
                "sessions_per_month",
                        groups(
                                sessions.stream(),
                                each -> List.of(
                                        each.stream(),
                                        each.organisation(),
                                        each.day().withDayOfMonth(1)),
                                AnalyticsTruth::count));
    }

    /** What the API counts for the key of an organisation: stream, day, sessions. */
    List<List<Object>> days(String organisation) {
        return groups(
                sessions.stream().filter(each -> each.organisation().equals(organisation)),
                each -> List.of(each.stream(), each.day()),
                AnalyticsTruth::count);
    }

    private static List<Object> count(List<AnalyticsSession> group) {
        return List.of((long) group.size());
    }

    private static List<Object> totals(List<AnalyticsSession> group) {
        AnalyticsTruth truth = new AnalyticsTruth(group);
        List<Instant> starts = group.stream().map(AnalyticsSession::startedAt).toList();
        return List.of(
                (long) group.size(),
                truth.completed().count(),
                truth.open().count(),
                truth.completed().filter(each -> !each.hasResult()).count(),
                group.stream().map(AnalyticsSession::pupil).distinct().count(),
                Collections.min(starts),
                Collections.max(starts));
    }

    private static List<Object> durations(List<AnalyticsSession> group) {
        List<Long> sorted =
                group.stream().flatMap(each -> each.seconds().stream()).sorted().toList();
        return Stream.concat(
                        Stream.<Object>of((long) sorted.size()),
                        Stream.of(10, 25, 50, 75, 90).map(percent -> quantile(sorted, percent)))
                .toList();
    }

    /** Interpolated between the two values around it, and rounded. */
    private static BigDecimal quantile(List<Long> sorted, int percent) {
        int hundredths = percent * (sorted.size() - 1);
        long below = sorted.get(hundredths / 100);
        long above = sorted.get((hundredths + 99) / 100);
        return BigDecimal.valueOf(100 * below + (hundredths % 100) * (above - below), 2)
                .setScale(0, RoundingMode.HALF_UP);
    }

    private static List<List<Object>> rows(
            Stream<AnalyticsSession> sessions, Function<AnalyticsSession, List<Object>> row) {
        return sessions.map(row).toList();
    }

    /** A row for each group: what is equal in it, and then what is computed of it. */
    private static List<List<Object>> groups(
            Stream<AnalyticsSession> sessions,
            Function<AnalyticsSession, List<Object>> key,
            Function<List<AnalyticsSession>, List<Object>> value) {
        return sessions.collect(Collectors.groupingBy(key)).entrySet().stream()
                .map(group -> Stream.concat(group.getKey().stream(), value.apply(group.getValue()).stream())
                        .toList())
                .toList();
    }

    private Stream<AnalyticsSession> completed() {
        return sessions.stream().filter(each -> !each.isOpen());
    }

    private Stream<AnalyticsSession> open() {
        return sessions.stream().filter(AnalyticsSession::isOpen);
    }
}
