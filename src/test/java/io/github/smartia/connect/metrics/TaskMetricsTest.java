package io.github.smartia.connect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.api.RequestListener.Outcome;
import io.github.smartia.connect.api.RequestListener.RequestOutcome;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.read.ReadProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskMetricsTest {

    private static final String ALL = "all organisations";
    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final List<SessionStream> BOTH = List.of(SessionStream.values());

    private final ShownMetrics shown = new ShownMetrics();
    private final RecordedLog log = new RecordedLog();
    private long nanos = -5;

    @Test
    void eachStreamOfEachOrganisationShowsAllMetrics() {
        metrics(10, "north", "south");

        String[] all = Arrays.stream(Metric.values()).map(Metric::metricName).toArray(String[]::new);
        assertThat(shown.organisations()).containsExactlyInAnyOrder("north", "south");
        assertThat(shown.names("north", "completed")).containsExactlyInAnyOrder(all);
        assertThat(shown.names("south", "in-progress")).containsExactlyInAnyOrder(all);
    }

    @Test
    void progressAddsUp() {
        OrganisationMetrics north = metrics(10, "north", "south").of("north");
        ReadProgress progress = new ReadProgress(10, 1, 2, 3, 4, 5, 6, Optional.of(NINE), false);
        north.read(SessionStream.COMPLETED, progress);
        north.read(SessionStream.COMPLETED, progress);

        assertThat(completed("north", "sessions-published-total sessions-late-total"))
                .isEqualTo("20 2");
        assertThat(completed("north", "sessions-changed-total sessions-suppressed-total"))
                .isEqualTo("4 6");
        assertThat(completed("north", "dead-letters-total tombstones-total")).isEqualTo("8 10");
        assertThat(completed("south", "sessions-published-total")).isEqualTo("0");
        assertThat(inProgress("north", "sessions-published-total")).isEqualTo("0");
    }

    @Test
    void aStreamHasCaughtUpOnceItWasReadToItsEnd() {
        OrganisationMetrics north = metrics(10, "north").of("north");
        String names = "caught-up position-lag-ms";
        assertThat(completed("north", names)).isEqualTo("0 NaN");
        north.read(SessionStream.COMPLETED, piece(100, Optional.of(NINE.minusSeconds(90)), false));
        assertThat(completed("north", names)).isEqualTo("0 90000");

        north.read(SessionStream.COMPLETED, piece(1, Optional.of(NINE), true));
        assertThat(completed("north", names)).isEqualTo("1 0");

        north.read(SessionStream.COMPLETED, piece(0, Optional.of(NINE), false));
        assertThat(completed("north", names)).as("looking back").isEqualTo("1 0");

        north.read(SessionStream.COMPLETED, piece(100, Optional.of(NINE), false));
        assertThat(completed("north", names)).as("much that is new").isEqualTo("0 0");
    }

    @Test
    void lagIsThatOfWhatWasPublished() {
        OrganisationMetrics north = metrics(10, "north").of("north");

        north.read(SessionStream.COMPLETED, piece(0, Optional.of(NINE.minusSeconds(90)), true));
        assertThat(completed("north", "position-lag-ms")).as("after a restart").isEqualTo("90000");

        north.read(SessionStream.COMPLETED, piece(1, Optional.of(NINE.minusSeconds(60)), true));
        north.read(SessionStream.COMPLETED, piece(0, Optional.of(NINE), true));
        assertThat(completed("north", "position-lag-ms"))
                .as("with sessions that wait for the next poll")
                .isEqualTo("60000");
    }

    @Test
    void requestsAreCountedByTheStreamThatTheyAreFor() {
        OrganisationMetrics north = metrics(10, "north").of("north");

        north.ended(end(Status.IN_PROGRESS, Outcome.SERVED, 40, 1_000));
        north.ended(end(Status.COMPLETED, Outcome.THROTTLED, 10, 20));
        north.retried(Status.COMPLETED);
        north.ended(end(Status.COMPLETED, Outcome.FAILED, 30, 0));

        assertThat(completed("north", "requests-total requests-throttled-total retries-total"))
                .isEqualTo("2 1 1");
        assertThat(completed("north", "response-bytes-total request-latency-avg-ms"))
                .isEqualTo("20 20");
        assertThat(completed("north", "request-latency-max-ms")).isEqualTo("30");
        assertThat(inProgress("north", "requests-total response-bytes-total")).isEqualTo("1 1000");
    }

    @Test
    void stateAndAgeOfSuccessFollowTheRequests() {
        OrganisationMetrics north = metrics(10, "north").of("north");
        String names = "state time-since-success-ms";
        pass(Duration.ofSeconds(7));
        assertThat(completed("north", names)).isEqualTo("0 7000");

        north.retried(Status.COMPLETED);
        assertThat(completed("north", names)).isEqualTo("1 7000");
        north.ended(end(Status.COMPLETED, Outcome.FAILED, 1, 0));
        assertThat(completed("north", names)).isEqualTo("1 7000");
        assertThat(inProgress("north", names)).isEqualTo("0 7000");

        north.ended(end(Status.COMPLETED, Outcome.SERVED, 1, 1));
        assertThat(completed("north", names)).isEqualTo("0 0");

        north.failed();
        north.ended(end(Status.COMPLETED, Outcome.SERVED, 1, 1));
        assertThat(completed("north", "state")).as("stays failed").isEqualTo("2");
        assertThat(inProgress("north", "state")).isEqualTo("2");
    }

    @Test
    void ofTooManyOrganisationsMetricsTellTogether() {
        TaskMetrics metrics = metrics(2, "north", "south", "unread");
        assertThat(completed(ALL, "position-lag-ms")).isEqualTo("NaN");
        metrics.of("north").read(SessionStream.COMPLETED, piece(3, Optional.of(NINE.minusSeconds(5)), true));
        metrics.of("south").read(SessionStream.COMPLETED, piece(4, Optional.of(NINE.minusSeconds(9)), false));
        metrics.of("south").retried(Status.COMPLETED);
        metrics.of("north").ended(end(Status.COMPLETED, Outcome.SERVED, 10, 1));
        metrics.of("south").ended(end(Status.COMPLETED, Outcome.FAILED, 30, 1));

        assertThat(shown.organisations()).containsExactly(ALL);
        assertThat(completed(ALL, "sessions-published-total position-lag-ms caught-up state"))
                .isEqualTo("7 9000 0 1");
        assertThat(completed(ALL, "request-latency-avg-ms")).isEqualTo("20");
    }

    @Test
    void ofTooManyTheFailedShowAndAreNotTheWorst() {
        TaskMetrics metrics = metrics(1, "north", "south");
        metrics.of("north").read(SessionStream.COMPLETED, piece(1, Optional.of(NINE), true));
        metrics.of("south").read(SessionStream.COMPLETED, piece(2, Optional.of(NINE.minusSeconds(9)), false));

        metrics.of("south").failed();
        metrics.of("south").failed();

        assertThat(shown.organisations()).containsExactlyInAnyOrder(ALL, "south");
        assertThat(shown.names("south", "in-progress"))
                .containsExactlyInAnyOrder("state", "position-lag-ms", "time-since-success-ms");
        assertThat(completed("south", "state")).isEqualTo("2");
        assertThat(completed(ALL, "sessions-published-total position-lag-ms caught-up state"))
                .isEqualTo("3 0 1 0");
    }

    @Test
    void whatRemainsAndWhatVanishedIsOfItsStream() {
        TaskMetrics metrics = metrics(1, "north", "south");
        assertThat(completed(ALL, "sessions-remaining")).isEqualTo("NaN");

        metrics.of("north").remaining(SessionStream.COMPLETED, 700);
        metrics.of("south").remaining(SessionStream.COMPLETED, 30);
        metrics.of("south")
                .read(SessionStream.IN_PROGRESS, new ReadProgress(0, 0, 0, 0, 0, 0, 2, Optional.empty(), false));

        assertThat(completed(ALL, "sessions-remaining")).isEqualTo("730");
        assertThat(inProgress(ALL, "sessions-vanished-total")).isEqualTo("2");
        assertThat(completed(ALL, "sessions-vanished-total")).isEqualTo("0");
    }

    @Test
    void theRateIsThatOfTheLastMinute() {
        OrganisationMetrics north = metrics(10, "north").of("north");
        assertThat(completed("north", "sessions-per-second")).isEqualTo("0");

        north.read(SessionStream.COMPLETED, piece(600, Optional.of(NINE), false));
        pass(Duration.ofSeconds(20));
        assertThat(shown.value("north", "completed", "sessions-per-second")).isCloseTo(30, within(0.1));

        pass(Duration.ofMinutes(2));
        assertThat(completed("north", "sessions-per-second")).isEqualTo("0");
    }

    @Test
    void whenTheTaskHasEndedNothingIsShown() {
        TaskMetrics metrics = metrics(1, "north", "south");

        metrics.close();
        metrics.of("south").failed();

        assertThat(shown.organisations()).isEmpty();
    }

    @Test
    void aRegistryThatRefusesEverythingHurtsNobody() {
        MetricRegistry broken = new MetricRegistry() {
            @Override
            public void add(String name, String description, Map<String, String> tags, DoubleSupplier value) {
                throw new IllegalStateException("full");
            }

            @Override
            public void close() {
                throw new IllegalStateException("gone");
            }
        };
        TaskMetrics metrics = metrics(broken, 1, "north", "south");

        metrics.of("south").failed();
        metrics.of("north").read(SessionStream.COMPLETED, piece(1, Optional.of(NINE), true));
        metrics.close();

        assertThat(log.lines()).singleElement().asString().contains("Metrics", "full", "Reading continues");
    }

    /** The values of the metrics of these names, separated by spaces. */
    private String completed(String organisation, String names) {
        return values(organisation, "completed", names);
    }

    private String inProgress(String organisation, String names) {
        return values(organisation, "in-progress", names);
    }

    private String values(String organisation, String stream, String names) {
        return Stream.of(names.split(" "))
                .map(name ->
                        String.valueOf(shown.value(organisation, stream, name)).replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(" "));
    }

    private TaskMetrics metrics(int maxOrganisations, String... organisations) {
        return metrics(shown, maxOrganisations, organisations);
    }

    private TaskMetrics metrics(MetricRegistry registry, int maxOrganisations, String... organisations) {
        Clock clock = Clock.fixed(NINE, ZoneOffset.UTC);
        Safely safely = new Safely(log.logger());
        return new TaskMetrics(registry, List.of(organisations), BOTH, maxOrganisations, clock, () -> nanos, safely);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static ReadProgress piece(int published, Optional<Instant> position, boolean caughtUp) {
        return new ReadProgress(published, 0, 0, 0, 0, 0, 0, position, caughtUp);
    }

    private static RequestOutcome end(Status sessions, Outcome outcome, int millis, long bytes) {
        return new RequestOutcome(sessions, outcome, Duration.ofMillis(millis), bytes);
    }
}
