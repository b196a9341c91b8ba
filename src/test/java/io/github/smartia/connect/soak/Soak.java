package io.github.smartia.connect.soak;

import io.github.smartia.connect.benchmark.Machine;
import io.github.smartia.connect.simulated.PupilsAtWork;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;

/** Lets pupils work, the API misbehave and the cluster suffer for a while, then counts. */
final class Soak {

    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final int MOST_REQUESTS_IN_PEACE = 200;
    private static final Duration LONGEST_PEACE = Duration.ofSeconds(5);

    private final SoakSettings settings;
    private final Random random;
    private final Stack stack;
    private final SimulatedApi api;
    private final SoakedConnector connector;
    private final Incidents incidents;
    private final Weather weather;

    Soak(SoakSettings settings, Random random, Stack stack, SimulatedApi api, SoakedConnector connector) {
        this.settings = settings;
        this.random = random;
        this.stack = stack;
        this.api = api;
        this.connector = connector;
        incidents = new Incidents(random);
        weather = new Weather(api.faults(), random);
    }

    /** Takes as long as the settings say, and then until everything is published. */
    @SuppressWarnings("try") // Pupils and school work by themselves.
    SoakReport run(Book book, Clock clock) {
        Machine machine = Machine.here();
        long end = System.nanoTime() + settings.length().toNanos();
        try (PupilsAtWork pupils =
                        PupilsAtWork.start(api.sessions(), settings.perMinute(), SESSION, settings.seed(), clock);
                CarelessSchool school = CarelessSchool.start(api.sessions(), clock, settings.seed())) {
            while (System.nanoTime() < end) {
                suffer();
            }
        }
        weather.clear();
        awaitAllPublished(book);
        awaitMoreRequests();
        return new SoakReport(settings, machine, connector.account(book), incidents.counts(), figures());
    }

    private void suffer() {
        weather.change();
        workInPeace();
        connector.recover();
        incidents.next().happenTo(connector, stack.expendableBroker());
        connector.recover();
    }

    /** The connector asks some more times, or tries to. */
    private void workInPeace() {
        long enough = api.requests().count() + random.nextInt(MOST_REQUESTS_IN_PEACE);
        long end = System.nanoTime() + LONGEST_PEACE.toNanos();
        Awaitility.await().forever().until(() -> api.requests().count() >= enough || System.nanoTime() > end);
    }

    /** Until nothing is lost any more, or it has taken too long: the report tells. */
    private void awaitAllPublished(Book book) {
        long end = System.nanoTime() + RECOVERY.toNanos();
        Awaitility.await()
                .forever()
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> isAllPublished(book) || System.nanoTime() > end);
    }

    private boolean isAllPublished(Book book) {
        connector.recover();
        return book.isComplete() && connector.account(book).count(Finding.LOST) == 0;
    }

    /** What would be published too often had time to come. */
    private void awaitMoreRequests() {
        long enough = api.requests().count() + 20;
        Awaitility.await("more requests")
                .atMost(RECOVERY)
                .until(() -> api.requests().count() >= enough);
    }

    private Figures figures() {
        return new Figures(api.requests().count(), api.faults().met(), connector.restarts(), connector.aborted());
    }

    /**
     * What else was counted.
     *
     * @param requests to the API
     * @param spoilt how many of these met a fault
     * @param restarts how often the connector was restarted because Connect had given up
     * @param aborted how many records were written and taken back
     */
    record Figures(long requests, long spoilt, int restarts, int aborted) {}
}
