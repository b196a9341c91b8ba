package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.quickstart.database.SessionDatabase;
import io.github.smartia.connect.quickstart.page.PageServer;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedApiOptions;
import io.github.smartia.connect.simulated.SimulatedSchools;
import io.github.smartia.connect.stack.BuildProgram;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackDirectories;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs the packaged connector, on a stack of its own, and shows what arrives in the topics: on the terminal, on a page and
 * in a database. Started by {@code mvn -Pquickstart}. Its child processes end when it does, however that comes about.
 */
public final class Quickstart {

    private static final int SESSIONS = 12_000;
    private static final int PUPILS_PER_MINUTE = 60;

    /** The simulated API may be asked often; a real one is left more in peace, though not so long that one gets bored. */
    private static final Duration SIMULATED_POLL_INTERVAL = Duration.ofSeconds(1);

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(10);

    /** The POM has the build fail with the reason then; with any other status the build fails without one. */
    private static final int FAILED = 2;

    private final Arguments arguments;
    private final Ending ending;
    private final PrintStream out;
    private final Clock clock;

    private Quickstart(Arguments arguments, Ending ending, PrintStream out, Clock clock) {
        this.arguments = arguments;
        this.ending = ending;
        this.out = out;
        this.clock = clock;
    }

    /** Exits with 0 where all went well, and with 2 after a message where not. Takes a file for the reason. */
    public static void main(String[] reasonFile) {
        BuildProgram.endWithMaven();
        Ending ending = new Ending(System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end));
        try {
            Arguments arguments = Arguments.ofTheBuild();
            new Quickstart(arguments, ending, System.out, Clock.systemUTC()).run();
            System.exit(0);
        } catch (RuntimeException e) {
            ending.fail(e, Path.of(reasonFile[0]));
            System.exit(FAILED);
        }
    }

    private void run() {
        out.println("Starting a broker, a schema registry and a Connect worker.");
        if (!arguments.simulated()) {
            runOn(arguments.apiUrl(), POLL_INTERVAL, Optional::empty);
            return;
        }
        // As far away as an API on the internet, so that history takes time to read.
        SimulatedApiOptions options =
                SimulatedApi.options().key(Arguments.SIMULATED_KEY).latency(Duration.ofMillis(50));
        try (SimulatedSchools schools =
                SimulatedSchools.open(options, SESSIONS, PUPILS_PER_MINUTE, Duration.ofSeconds(15), clock)) {
            SimulatedApi api = schools.api();
            runOn(Optional.of(api.url()), SIMULATED_POLL_INTERVAL, () -> Optional.of(ProgressMeter.Api.of(api)));
        }
    }

    private void runOn(Optional<String> url, Duration pollInterval, Supplier<Optional<ProgressMeter.Api>> api) {
        ConnectorFile file = Deployment.file().with("poll.interval.ms", Long.toString(pollInterval.toMillis()));
        AtomicReference<Snapshot> last = new AtomicReference<>(Snapshot.none(clock.instant()));
        try (Stack stack = Stack.start(StackDirectories.ofTheBuild());
                SessionDatabase database = SessionDatabase.create(arguments.database());
                PageServer page = PageServer.start(database, () -> last.get().forPage())) {
            Deployment deployment = Deployment.on(
                    stack, url.map(other -> file.with(Arguments.API_URL, other)).orElse(file));
            ProgressTable table = announce(deployment, page);
            deployment.register();
            ending.expect(table, Texts.advice(database.file()));
            try (Watch watch = new Watch(deployment, database, api, clock)) {
                watch(watch, table, last);
            } catch (RuntimeException e) {
                throw deployment.failure(e);
            }
        }
    }

    private ProgressTable announce(Deployment deployment, PageServer page) {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("page", page.address().toString());
        addresses.put("database", arguments.database().toString());
        addresses.putAll(deployment.addresses(arguments.simulated()));
        List<String> lines = Texts.addresses(addresses);
        out.println(Texts.announcement(deployment.connector(), lines));
        return new ProgressTable(out, ProgressTable.canRedraw(), lines);
    }

    private void watch(Watch watch, ProgressTable table, AtomicReference<Snapshot> last) {
        watch.during(arguments.time(), snapshot -> {
            table.show(snapshot);
            last.set(snapshot);
        });
        List<StreamSight> streams = watch.stop().streams();
        table.end();
        Texts.verdict(streams, arguments.time().orElse(Duration.ZERO)).forEach(out::println);
    }
}
