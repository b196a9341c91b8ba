package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.stack.BuildProgram;
import io.github.smartia.connect.stack.Machine;
import io.github.smartia.connect.stack.MarkdownReport;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackDirectories;
import java.nio.file.Path;
import java.util.List;

/** Measures what the arguments name, shows the figures and writes them to a file. Started by {@code mvn -Pbenchmark}. */
public final class Benchmark {

    static final List<String> SCENARIOS = List.of("backfill", "ceiling", "million", "cpu", "cold", "organisations");

    private final Arguments arguments;
    private final Path directory;
    private final MarkdownReport report;

    private Benchmark(Arguments arguments, Path directory) {
        this.arguments = arguments;
        this.directory = directory;
        this.report = new MarkdownReport()
                .line("`" + arguments.command() + "` on " + Machine.here() + ":")
                .table("Figure", "Value", "Target", "");
    }

    /** Exits with 1 where something could not be measured; a target that is missed is a finding, no failure. */
    public static void main(String[] none) {
        BuildProgram.endWithMaven();
        Path directory = Path.of(System.getProperty("benchmark.directory")).toAbsolutePath();
        try {
            new Benchmark(Arguments.ofTheBuild(), directory).run();
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        try (Stack stack = Stack.start(StackDirectories.ofTheBuild())) {
            stack.requireConnector();
            for (String name : arguments.scenarios()) {
                System.out.println("Measuring " + name + ".");
                measure(name, stack).forEach(figure -> add(name, figure));
            }
        }
        report.publish(directory.resolve("benchmark.md"));
    }

    private void add(String scenario, Figure figure) {
        System.out.println(figure);
        report.row(
                scenario + ": " + figure.name(), figure.value(), figure.target().orElse(""), figure.verdict());
    }

    private List<Figure> measure(String name, Stack stack) {
        int sessions = arguments.sessions();
        SingleRuns single = new SingleRuns(stack);
        return switch (name) {
            case "backfill" -> new Backfill(stack, sessions, directory).measure();
            case "ceiling" -> new Ceiling(stack, sessions).measure();
            case "million" -> single.million(arguments.million(), directory.resolve("benchmark-gc.log"));
            case "cpu" -> single.cpu(sessions);
            case "cold" -> single.cold();
            case "organisations" ->
                new ManyOrganisations(stack, sessions / ManyOrganisations.SESSIONS_EACH, directory).measure();
            default -> throw new IllegalArgumentException("There is nothing to measure by the name " + name);
        };
    }
}
