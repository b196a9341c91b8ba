package io.github.smartia.connect.benchmark;

import static io.github.smartia.connect.stack.BuildProgram.given;

import java.util.ArrayList;
import java.util.List;

/**
 * What to measure.
 *
 * @param sessions how many are read in each run
 * @param million how many are read in the run in a small heap
 */
record Arguments(List<String> scenarios, int sessions, int million) {

    static final String SCENARIOS = "benchmark";
    static final String SESSIONS = "benchmark.sessions";
    static final String MILLION = "benchmark.million";

    private static final int LEAST = 1_000;

    Arguments {
        scenarios = List.copyOf(scenarios);
    }

    /** Reads what the POM sets: an empty property is one that the user did not give. */
    static Arguments ofTheBuild() {
        List<String> scenarios =
                given(SCENARIOS).map(text -> List.of(text.split(","))).orElse(Benchmark.SCENARIOS);
        List<String> unknown = new ArrayList<>(scenarios);
        unknown.removeAll(Benchmark.SCENARIOS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(SCENARIOS + " takes any of " + String.join(",", Benchmark.SCENARIOS)
                    + ", but not " + String.join(",", unknown) + ".");
        }
        return new Arguments(scenarios, number(SESSIONS, 200_000), number(MILLION, 1_000_000));
    }

    String command() {
        StringBuilder command = new StringBuilder("mvn -Pbenchmark");
        for (String name : List.of(SCENARIOS, SESSIONS, MILLION)) {
            given(name)
                    .ifPresent(value ->
                            command.append(" -D").append(name).append('=').append(value));
        }
        return command.toString();
    }

    private static int number(String name, int otherwise) {
        int number = given(name).map(Integer::valueOf).orElse(otherwise);
        if (number < LEAST) {
            throw new IllegalArgumentException(name + " is " + number + ". Give a whole number from " + LEAST + ".");
        }
        return number;
    }
}
