package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackDirectories;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs the packaged connector, on a stack of its own, and shows what arrives in the topics. Started by {@code mvn
 * -Pquickstart}. Its child processes end when it does, however that comes about, so Ctrl-C needs no handling.
 */
public final class Quickstart {

    /** The simulated API may be asked often; a real one is left more in peace, though not so long that one gets bored. */
    private static final Duration SIMULATED_POLL_INTERVAL = Duration.ofSeconds(1);

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(10);

    private final Arguments arguments;
    private final PrintStream out;
    private final Clock clock;

    private Quickstart(Arguments arguments, PrintStream out, Clock clock) {
        this.arguments = arguments;
        this.out = out;
        this.clock = clock;
    }

    /** Exits with 0 where all went well, and with 1 after a message where not. */
    public static void main(String[] none) {
        endWithParent();
        try {
            new Quickstart(Arguments.of(System::getProperty, System::getenv), System.out, Clock.systemUTC()).run();
            System.exit(0);
        } catch (RuntimeException e) {
            System.out.println("\nThe quickstart failed. " + reason(e));
            System.exit(1);
        }
    }

    /** Maven ends with what it started on Ctrl-C, but not where it is killed. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(maven ->
                        maven.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }

    private void run() {
        out.println("Starting a broker, a schema registry and a Connect worker.");
        if (!arguments.simulated()) {
            runOn(arguments.apiUrl(), POLL_INTERVAL);
            return;
        }
        try (SimulatedSchools schools = SimulatedSchools.open(Arguments.SIMULATED_KEY, clock)) {
            runOn(Optional.of(schools.api().url()), SIMULATED_POLL_INTERVAL);
        }
    }

    private void runOn(Optional<String> apiUrl, Duration pollInterval) {
        try (Stack stack = Stack.start(StackDirectories.ofTheBuild())) {
            Deployment deployment = Deployment.on(stack, apiUrl, pollInterval);
            try {
                show(deployment);
            } catch (RuntimeException e) {
                throw new QuickstartException(
                        reason(e) + "\n\nThe end of " + deployment.worker().log() + ":\n"
                                + deployment.worker().logTail(),
                        e);
            }
        }
    }

    private void show(Deployment deployment) {
        new Announcement(deployment.connector(), deployment.addresses(arguments.simulated()))
                .lines()
                .forEach(out::println);
        deployment.register();
        try (Watch watch = new Watch(deployment, display(), clock)) {
            List<StreamSight> atTheEnd = watch.during(arguments.time());
            arguments.time().map(time -> Verdict.on(atTheEnd, time)).ifPresent(out::println);
        }
    }

    private Display display() {
        return Terminal.canRedraw() ? new LiveTable(out) : new PlainLines(out);
    }

    private static String reason(RuntimeException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.toString());
    }
}
