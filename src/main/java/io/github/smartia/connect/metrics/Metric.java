package io.github.smartia.connect.metrics;

import java.util.List;

/**
 * All metrics of a stream, with name, unit and description. A name ends in {@code -total} if the number only grows while the
 * task runs, and otherwise in its unit, if it has one.
 */
enum Metric {
    SESSIONS_PUBLISHED(
            "sessions-published-total",
            "sessions",
            "Sessions passed to Connect to be written to the topic, including changed and late ones."),
    SESSIONS_LATE(
            "sessions-late-total",
            "sessions",
            "Published sessions that appeared within the lookback, after later ones were published."),
    SESSIONS_CHANGED(
            "sessions-changed-total",
            "sessions",
            "Published sessions that were published before, and changed within the lookback."),
    SESSIONS_SUPPRESSED(
            "sessions-suppressed-total",
            "sessions",
            "Sessions that were read again and not published, because they were unchanged."),
    VANISHED(
            "sessions-vanished-total",
            "sessions",
            "Published sessions that the API stopped showing within the lookback. Their records stay in the topics."),
    DEAD_LETTERS(
            "dead-letters-total",
            "sessions",
            "Malformed sessions passed to Connect to be written to dead.letter.topic."),
    TOMBSTONES(
            "tombstones-total",
            "records",
            "Tombstones written to topic.in.progress for sessions that completed; counted in the stream completed."),
    INCONSISTENCIES(
            "inconsistencies-total",
            "places",
            "Places where the API counts sessions that it does not show, or its responses can't be read. Reading"
                    + " continued with the next session."),
    REQUESTS(
            "requests-total",
            "requests",
            "Requests to the API that have ended, with any outcome. A retry counts as a request."),
    RETRIES("retries-total", "requests", "Requests that failed transiently and were sent again."),
    REQUESTS_THROTTLED(
            "requests-throttled-total", "requests", "Requests that the API throttled: status 429, too many requests."),
    RESPONSE_BYTES("response-bytes-total", "bytes", "Response bodies as received over the network, compressed or not."),

    REQUEST_LATENCY_AVG(
            "request-latency-avg-ms",
            "ms",
            "Average time from a request to the end of its response, over the last five minutes or so.",
            Together.HIGHEST),
    REQUEST_LATENCY_MAX(
            "request-latency-max-ms",
            "ms",
            "The longest of these times, over the last five minutes or so.",
            Together.HIGHEST),
    REQUEST_LATENCY_P99(
            "request-latency-p99-ms",
            "ms",
            "The time within which 99 of 100 of these requests ended; times over a minute count as a minute.",
            Together.HIGHEST),
    SESSIONS_PER_SECOND(
            "sessions-per-second", "sessions/s", "Sessions published per second, over the last minute or so."),
    SESSIONS_REMAINING(
            "sessions-remaining",
            "sessions",
            "Sessions of history that remain to be read, as the API counts them. Not a number (NaN) if unknown."),
    POSITION_LAG(
            "position-lag-ms",
            "ms",
            "The worker's time less the date of the latest published session. Grows while no pupil works, and"
                    + " includes the error of the worker's clock: see caught-up for whether reading is behind.",
            Together.HIGHEST),
    TIME_SINCE_SUCCESS(
            "time-since-success-ms",
            "ms",
            "Time since a request last succeeded, or since the task started. Independent of the worker's clock.",
            Together.HIGHEST),
    CAUGHT_UP(
            "caught-up",
            "1 or 0",
            "1 if the stream was read to its newest session. 0 if it reads a backlog, or has read nothing yet.",
            Together.LOWEST),
    STATE(
            "state",
            "0, 1 or 2",
            "0 running; 1 backing off: a request failed, and none has succeeded since; 2 failed: reading has"
                    + " stopped and needs action.",
            Together.HIGHEST);

    private final String metricName;
    private final String unit;
    private final String description;
    private final Together together;

    Metric(String metricName, String unit, String description) {
        this(metricName, unit, description, Together.SUM);
    }

    Metric(String metricName, String unit, String description, Together together) {
        this.metricName = metricName;
        this.unit = unit;
        this.description = description;
        this.together = together;
    }

    String metricName() {
        return metricName;
    }

    String unit() {
        return unit;
    }

    String description() {
        return description;
    }

    /** One value for several organisations; {@link Double#NaN} if none of them has a value. */
    double of(List<StreamFigures> all) {
        return all.stream()
                .filter(figures -> together == Together.SUM || !figures.hasFailed())
                .mapToDouble(figures -> figures.value(this))
                .filter(value -> !Double.isNaN(value))
                .reduce(together::of)
                .orElse(Double.NaN);
    }
}
