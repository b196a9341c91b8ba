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
import org.junit.jupiter.api.Test;

class TaskMetricsTest {

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
    void whatAPieceBroughtAddsUp() {
        OrganisationMetrics north = metrics(10, "north", "south").of("north");

        north.read(SessionStream.COMPLETED, new ReadProgress(10, 1, 2, 3, 4, 5, 6, Optional.of(NINE), false));
        north.read(
                SessionStream.COMPLETED,
                new ReadProgress(10, 1, 2, 3, 4, 5, 6, Optional.of(NINE.plusSeconds(60)), true));

        assertThat(completed("north", "sessions-published-total")).isEqualTo(20);
        assertThat(completed("north", "sessions-late-total")).isEqualTo(2);
        assertThat(completed("north", "sessions-changed-total")).isEqualTo(4);
        assertThat(completed("north", "sessions-suppressed-total")).isEqualTo(6);
        assertThat(completed("north", "dead-letters-total")).isEqualTo(8);
        assertThat(completed("north", "tombstones-total")).isEqualTo(10);
        assertThat(completed("south", "sessions-published-total")).isZero();
        assertThat(shown.value("north", "in-progress", "sessions-published-total"))
                .isZero();
    }

    @Test
    void theLagIsTheTimeSinceTheLatestDate() {
        OrganisationMetrics north = metrics(10, "north").of("north");
        assertThat(completed("north", "position-lag-ms")).isNaN();

        north.read(SessionStream.COMPLETED, piece(0, Optional.of(NINE.minusSeconds(90)), true));

        assertThat(completed("north", "position-lag-ms")).isEqualTo(90_000);
    }

    @Test
    void aStreamHasCaughtUpOnceItWasReadToItsEnd() {
        OrganisationMetrics north = metrics(10, "north").of("north");
        assertThat(completed("north", "caught-up")).isZero();
        north.read(SessionStream.COMPLETED, piece(100, Optional.of(NINE), false));
        assertThat(completed("north", "caught-up")).isZero();

        north.read(SessionStream.COMPLETED, piece(1, Optional.of(NINE), true));
        assertThat(completed("north", "caught-up")).isEqualTo(1);

        north.read(SessionStream.COMPLETED, piece(0, Optional.of(NINE), false));
        assertThat(completed("north", "caught-up")).as("looking back").isEqualTo(1);

        north.read(SessionStream.COMPLETED, piece(100, Optional.of(NINE), false));
        assertThat(completed("north", "caught-up")).as("much that is new").isZero();
    }

    @Test
    void requestsAreCountedByTheStreamThatTheyAreFor() {
        OrganisationMetrics north = metrics(10, "north").of("north");

        north.ended(end(Status.IN_PROGRESS, Outcome.SERVED, 40, 1_000));
        north.ended(end(Status.COMPLETED, Outcome.THROTTLED, 10, 20));
        north.retried(Status.COMPLETED);
        north.ended(end(Status.COMPLETED, Outcome.FAILED, 30, 0));

        assertThat(completed("north", "requests-total")).isEqualTo(2);
        assertThat(completed("north", "requests-throttled-total")).isEqualTo(1);
        assertThat(completed("north", "retries-total")).isEqualTo(1);
        assertThat(completed("north", "response-bytes-total")).isEqualTo(20);
        assertThat(completed("north", "request-latency-avg-ms")).isEqualTo(20);
        assertThat(completed("north", "request-latency-max-ms")).isEqualTo(30);
        assertThat(shown.value("north", "in-progress", "requests-total")).isEqualTo(1);
        assertThat(shown.value("north", "in-progress", "response-bytes-total")).isEqualTo(1_000);
    }

    @Test
    void successIsAPageAndItsAgeGrowsByTheClockThatNeverGoesBack() {
        OrganisationMetrics north = metrics(10, "north").of("north");
        pass(Duration.ofSeconds(7));
        assertThat(completed("north", "time-since-success-ms")).isEqualTo(7_000);

        north.ended(end(Status.COMPLETED, Outcome.FAILED, 1, 0));
        assertThat(completed("north", "time-since-success-ms")).isEqualTo(7_000);
        north.ended(end(Status.COMPLETED, Outcome.SERVED, 1, 1));
        assertThat(completed("north", "time-since-success-ms")).isZero();
    }

    @Test
    void theStateTellsOfRetriesUntilARequestIsServed() {
        OrganisationMetrics north = metrics(10, "north").of("north");
        assertThat(completed("north", "state")).isZero();

        north.retried(Status.COMPLETED);
        assertThat(completed("north", "state")).isEqualTo(1);
        assertThat(shown.value("north", "in-progress", "state")).isZero();
        north.ended(end(Status.COMPLETED, Outcome.FAILED, 1, 0));
        assertThat(completed("north", "state")).isEqualTo(1);

        north.ended(end(Status.COMPLETED, Outcome.SERVED, 1, 1));
        assertThat(completed("north", "state")).isZero();
    }

    @Test
    void whatHasFailedStaysFailedWithBothStreams() {
        OrganisationMetrics north = metrics(10, "north").of("north");

        north.failed();
        north.ended(end(Status.COMPLETED, Outcome.SERVED, 1, 1));

        assertThat(completed("north", "state")).isEqualTo(2);
        assertThat(shown.value("north", "in-progress", "state")).isEqualTo(2);
    }

    @Test
    void ofTooManyOrganisationsMetricsTellTogether() {
        TaskMetrics metrics = metrics(1, "north", "south");
        metrics.of("north").read(SessionStream.COMPLETED, piece(3, Optional.of(NINE.minusSeconds(5)), true));
        metrics.of("south").read(SessionStream.COMPLETED, piece(4, Optional.of(NINE.minusSeconds(9)), false));
        metrics.of("south").retried(Status.COMPLETED);
        metrics.of("north").ended(end(Status.COMPLETED, Outcome.SERVED, 10, 1));
        metrics.of("south").ended(end(Status.COMPLETED, Outcome.FAILED, 30, 1));

        assertThat(shown.organisations()).containsExactly("all organisations");
        assertThat(completed("all organisations", "sessions-published-total")).isEqualTo(7);
        assertThat(completed("all organisations", "position-lag-ms")).isEqualTo(9_000);
        assertThat(completed("all organisations", "caught-up")).isZero();
        assertThat(completed("all organisations", "state")).isEqualTo(1);
        assertThat(completed("all organisations", "request-latency-avg-ms")).isEqualTo(20);
    }

    @Test
    void aLagThatIsNotKnownYetHidesNoOther() {
        TaskMetrics metrics = metrics(2, "north", "south", "west");
        assertThat(completed("all organisations", "position-lag-ms")).isNaN();

        metrics.of("south").read(SessionStream.COMPLETED, piece(4, Optional.of(NINE.minusSeconds(9)), false));

        assertThat(completed("all organisations", "position-lag-ms")).isEqualTo(9_000);
    }

    @Test
    void ofTooManyTheFailedShowThemselvesBesideTheOthers() {
        TaskMetrics metrics = metrics(1, "north", "south");

        metrics.of("south").failed();
        metrics.of("south").failed();

        assertThat(shown.organisations()).containsExactlyInAnyOrder("all organisations", "south");
        assertThat(shown.names("south", "in-progress"))
                .containsExactlyInAnyOrder("state", "position-lag-ms", "time-since-success-ms");
        assertThat(completed("south", "state")).isEqualTo(2);
        assertThat(completed("all organisations", "state"))
                .as("of those that are read on")
                .isZero();
    }

    @Test
    void amongManyTheFailedCountAndAreNotTheWorst() {
        TaskMetrics metrics = metrics(1, "north", "south");
        metrics.of("north").read(SessionStream.COMPLETED, piece(1, Optional.of(NINE), true));
        metrics.of("south").read(SessionStream.COMPLETED, piece(2, Optional.of(NINE.minusSeconds(9)), false));

        metrics.of("south").failed();

        assertThat(completed("all organisations", "sessions-published-total")).isEqualTo(3);
        assertThat(completed("all organisations", "position-lag-ms")).isZero();
        assertThat(completed("all organisations", "caught-up")).isEqualTo(1);
    }

    @Test
    void whatRemainsAndWhatVanishedIsOfItsStream() {
        TaskMetrics metrics = metrics(1, "north", "south");
        assertThat(completed("all organisations", "sessions-remaining")).isNaN();

        metrics.of("north").remaining(SessionStream.COMPLETED, 700);
        metrics.of("south").remaining(SessionStream.COMPLETED, 30);
        metrics.of("south")
                .read(SessionStream.IN_PROGRESS, new ReadProgress(0, 0, 0, 0, 0, 0, 2, Optional.empty(), false));

        assertThat(completed("all organisations", "sessions-remaining")).isEqualTo(730);
        assertThat(shown.value("all organisations", "in-progress", "sessions-vanished-total"))
                .isEqualTo(2);
        assertThat(completed("all organisations", "sessions-vanished-total")).isZero();
    }

    @Test
    void theRateIsThatOfTheLastMinute() {
        OrganisationMetrics north = metrics(10, "north").of("north");
        assertThat(completed("north", "sessions-per-second")).isZero();

        north.read(SessionStream.COMPLETED, piece(600, Optional.of(NINE), false));
        pass(Duration.ofSeconds(20));
        assertThat(completed("north", "sessions-per-second")).isCloseTo(30, within(0.1));

        pass(Duration.ofMinutes(2));
        assertThat(completed("north", "sessions-per-second")).isZero();
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

    private double completed(String organisation, String name) {
        return shown.value(organisation, "completed", name);
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
