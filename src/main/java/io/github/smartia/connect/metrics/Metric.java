package io.github.smartia.connect.metrics;

import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

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
    DEAD_LETTERS(
            "dead-letters-total",
            "sessions",
            "Malformed sessions handed over to be written to dead.letter.topic. Each is data that the topic lacks."),
    TOMBSTONES(
            "tombstones-total",
            "records",
            "Tombstones for sessions in progress that have completed; counted in the stream completed."),
    INCONSISTENCIES(
            "inconsistencies-total",
            "places",
            "Places where the API counts sessions and does not show them, or refuses to; reading went on past each."),
    REQUESTS(
            "requests-total",
            "requests",
            "Requests to the API that have ended, whatever came of them; each retry counts as one."),
    RETRIES("retries-total", "requests", "Requests that failed by a passing fault and are made again."),
    REFUSALS("refusals-total", "requests", "Requests that the API answered with 429, too many requests."),
    ANSWER_BYTES("answer-bytes-total", "bytes", "Bodies of answers as they came over the network, compressed or not."),

    REQUEST_LATENCY_AVG(
            "request-latency-avg-ms",
            "ms",
            "Average time from a request to the end of its answer, over the last five minutes or so.",
            figures -> figures.latency().average(),
            Math::max),
    REQUEST_LATENCY_MAX(
            "request-latency-max-ms",
            "ms",
            "The longest of these times.",
            figures -> figures.latency().max(),
            Math::max),
    REQUEST_LATENCY_P99(
            "request-latency-p99-ms",
            "ms",
            "The time that 99 in 100 of these requests took at most, up to a minute.",
            figures -> figures.latency().percentile99(),
            Math::max),
    POSITION_LAG(
            "position-lag-ms",
            "ms",
            "The worker's time less the date of the latest published session. Grows while no pupil works, and is wrong"
                    + " by as much as the worker's clock: see caught-up for whether reading is behind.",
            StreamFigures::positionLag,
            Math::max),
    TIME_SINCE_SUCCESS(
            "time-since-success-ms",
            "ms",
            "Time since a request last brought a page, or since the task began; whatever the worker's clock says.",
            StreamFigures::sinceSuccess,
            Math::max),
    CAUGHT_UP(
            "caught-up",
            "1 or 0",
            "1 at the tail: the stream was read to its open end. 0 in catch-up: sessions are published that more"
                    + " follow, or nothing was read yet.",
            StreamFigures::caughtUp,
            Math::min),
    STATE(
            "state",
            "0, 1 or 2",
            "0 running; 1 backing off: a request has failed, and none was served since; 2 failed: reading has ended"
                    + " until a person sees to it.",
            StreamFigures::state,
            Math::max);

    private final String metricName;
    private final String unit;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // No function given here has a state.
    private final ToDoubleFunction<StreamFigures> value;

    @SuppressWarnings("ImmutableEnumChecker")
    private final DoubleBinaryOperator together;

    /** A metric that the figures count. */
    Metric(String metricName, String unit, String description) {
        this.metricName = metricName;
        this.unit = unit;
        this.description = description;
        this.value = figures -> figures.count(this);
        this.together = Double::sum;
    }

    /** @param together of two organisations' values, the one for both: the worse */
    Metric(
            String metricName,
            String unit,
            String description,
            ToDoubleFunction<StreamFigures> value,
            DoubleBinaryOperator together) {
        this.metricName = metricName;
        this.unit = unit;
        this.description = description;
        this.value = value;
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

    /** The value now; {@link Double#NaN} where there is none yet. */
    double of(StreamFigures figures) {
        return value.applyAsDouble(figures);
    }

    /** The value for several organisations; of those that have none yet, it tells nothing. */
    double of(Iterable<StreamFigures> all) {
        double result = Double.NaN;
        for (StreamFigures figures : all) {
            double one = of(figures);
            result = Double.isNaN(result) ? one : Double.isNaN(one) ? result : together.applyAsDouble(result, one);
        }
        return result;
    }
}
