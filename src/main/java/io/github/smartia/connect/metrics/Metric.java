package io.github.smartia.connect.metrics;

import java.util.List;

/**
 * All metrics of a stream: the one place that says what each is called, means and is measured in. A name ends in {@code
 * -total} where the number only grows while the task runs, and in its unit where it has one.
 */
enum Metric {
    SESSIONS_PUBLISHED(
            "sessions-published-total",
            "sessions",
            "Sessions handed over to be written to the topic; those changed and late included."),
    SESSIONS_LATE(
            "sessions-late-total",
            "sessions",
            "Sessions among the published that showed up within the lookback, when later ones were published already."),
    SESSIONS_CHANGED(
            "sessions-changed-total",
            "sessions",
            "Sessions among the published that were published before, and changed within the lookback."),
    SESSIONS_SUPPRESSED(
            "sessions-suppressed-total",
            "sessions",
            "Sessions read and not published, since nothing about them was new. Grows with every look back."),
    VANISHED(
            "sessions-vanished-total",
            "sessions",
            "Published sessions that the API stopped showing within the lookback. Their records stay in the topics."),
    DEAD_LETTERS(
            "dead-letters-total",
            "sessions",
            "Malformed sessions handed over to be written to dead.letter.topic. Each is data that the topic lacks."),
    TOMBSTONES(
            "tombstones-total",
            "records",
            "Tombstones written to topic.in.progress for sessions that completed; counted in the stream completed."),
    INCONSISTENCIES(
            "inconsistencies-total",
            "places",
            "Places where the API counts sessions and does not show them, or refuses to; reading went on past each."),
    REQUESTS(
            "requests-total",
            "requests",
            "Requests to the API that have ended, whatever their outcome; a retry is one."),
    RETRIES("retries-total", "requests", "Requests that failed transiently and were sent again."),
    REQUESTS_THROTTLED(
            "requests-throttled-total", "requests", "Requests that the API throttled: status 429, too many requests."),
    RESPONSE_BYTES(
            "response-bytes-total", "bytes", "Response bodies as they came over the network, compressed or not."),

    REQUEST_LATENCY_AVG(
            "request-latency-avg-ms",
            "ms",
            "Average time from a request to the end of its response, over the last five minutes or so.",
            Together.HIGHEST),
    REQUEST_LATENCY_MAX("request-latency-max-ms", "ms", "The longest of these times.", Together.HIGHEST),
    REQUEST_LATENCY_P99(
            "request-latency-p99-ms",
            "ms",
            "The time that 99 in 100 of these requests took at most, up to a minute.",
            Together.HIGHEST),
    SESSIONS_PER_SECOND(
            "sessions-per-second", "sessions/s", "Sessions published per second, over the last minute or so."),
    SESSIONS_REMAINING(
            "sessions-remaining",
            "sessions",
            "Sessions of history that are still to be read, as the API counts them. Not a number (NaN) while unknown."),
    POSITION_LAG(
            "position-lag-ms",
            "ms",
            "The worker's time less the date of the latest published session. Grows while no pupil works, and is wrong"
                    + " by as much as the worker's clock: see caught-up for whether reading is behind.",
            Together.HIGHEST),
    TIME_SINCE_SUCCESS(
            "time-since-success-ms",
            "ms",
            "Time since a request last brought a page, or since the task began; whatever the worker's clock says.",
            Together.HIGHEST),
    CAUGHT_UP(
            "caught-up",
            "1 or 0",
            "1 at the tail: the stream was read to its open end. 0 in catch-up: sessions are published that more"
                    + " follow, or nothing was read yet.",
            Together.LOWEST),
    STATE(
            "state",
            "0, 1 or 2",
            "0 running; 1 backing off: a request has failed, and none was served since; 2 failed: reading has ended"
                    + " until a person sees to it.",
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

    /** One value for several organisations; {@link Double#NaN} where none of them has a value. */
    double of(List<StreamFigures> all) {
        return all.stream()
                .filter(figures -> together == Together.SUM || !figures.hasFailed())
                .mapToDouble(figures -> figures.value(this))
                .filter(value -> !Double.isNaN(value))
                .reduce(together::of)
                .orElse(Double.NaN);
    }
}
