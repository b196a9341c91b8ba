package io.github.smartia.connect.soak;

import io.github.smartia.connect.simulated.PupilsAtWork;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.Machine;
import io.github.smartia.connect.stack.MarkdownReport;
import io.github.smartia.connect.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;

/** Lets pupils work, the API misbehave and the cluster suffer for a while, then counts. */
final class Soak {

    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final int MOST_REQUESTS_IN_PEACE = 200;
    private static final Duration LONGEST_PEACE = Duration.ofSeconds(5);

    private final Settings settings;
    private final Random random;
    private final Stack stack;
    private final SimulatedApi api;
    private final SoakedConnector connector;
    /** The kills come first. */
    private final Deque<Incident> drawn = new ArrayDeque<>(List.of(Incident.WORKER_KILLED, Incident.BROKER_KILLED));

    private final Map<Incident, Integer> incidents = new EnumMap<>(Incident.class);
    private final Weather weather;

    Soak(Settings settings, Random random, Stack stack, SimulatedApi api, SoakedConnector connector) {
        this.settings = settings;
        this.random = random;
        this.stack = stack;
        this.api = api;
        this.connector = connector;
        weather = new Weather(api.faults(), random);
    }

    /** Takes as long as the settings say, and then until everything is published. */
    @SuppressWarnings("try") // Pupils and school work by themselves.
    Map<Finding, List<String>> run(Book book, InstantSource clock, Path file) {
        String machine = Machine.here();
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
        // What would be published too often has time to come.
        connector.awaitMoreRequests();
        Map<Finding, List<String>> findings = connector.account(book);
        report(machine, findings).publish(file);
        return findings;
    }

    private void suffer() {
        weather.change();
        workInPeace();
        connector.recover();
        draw().happenTo(connector, stack.expendableBroker());
        connector.recover();
    }

    /** At random, each of them once before any comes again. */
    private Incident draw() {
        if (drawn.isEmpty()) {
            List<Incident> all = Arrays.asList(Incident.values());
            Collections.shuffle(all, random);
            drawn.addAll(all);
        }
        Incident incident = drawn.remove();
        incidents.merge(incident, 1, Integer::sum);
        return incident;
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
        return book.isComplete() && connector.account(book).get(Finding.LOST).isEmpty();
    }

    private MarkdownReport report(String machine, Map<Finding, List<String>> findings) {
        MarkdownReport report = new MarkdownReport()
                .line(settings + " on " + machine + ":")
                .table("What happened", "Count:")
                .row("requests to the API", api.requests().count())
                .row("of these with a fault in the response", api.faults().met());
        incidents.forEach(report::row);
        report.row(
                        "the connector restarted by the test, because Connect had failed it while the broker was down",
                        connector.restarts())
                .row(
                        "records of aborted transactions, which consumers with read_committed do not see",
                        connector.aborted())
                .table("What became of the sessions", "Count:");
        findings.forEach((finding, ids) -> report.row(finding, ids.size()));
        return report;
    }

    /**
     * How to soak, by system properties.
     *
     * @param length {@code soak.minutes}: how long everything misbehaves
     * @param perMinute {@code soak.rate}: how many sessions start in a minute
     * @param seed {@code soak.seed}: sets all that is left to chance, but not when it meets the connector
     */
    record Settings(Duration length, double perMinute, long seed) {

        static Settings ofTheBuild() {
            return new Settings(
                    Duration.ofMillis(
                            Math.round(60_000 * Double.parseDouble(System.getProperty("soak.minutes", "0.6")))),
                    Double.parseDouble(System.getProperty("soak.rate", "1200")),
                    Long.getLong("soak.seed", ThreadLocalRandom.current().nextLong()));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f minutes, %,.0f sessions a minute, seed %d",
                    length.toMillis() / 60_000.0,
                    perMinute,
                    seed);
        }
    }
}
