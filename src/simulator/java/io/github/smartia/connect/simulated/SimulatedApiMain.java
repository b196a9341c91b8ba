package io.github.smartia.connect.simulated;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulated API as a program: serves three years of history, then whatever pupils do while it runs. Ends when it is
 * killed.
 */
public final class SimulatedApiMain {

    private static final List<String> FLAGS =
            List.of("--port", "--sessions", "--latency-ms", "--seed", "--pupils-per-minute");
    private static final int YEARS = 3;
    private static final Duration WORK = Duration.ofMinutes(1);

    private final Map<String, String> settings;
    private final Clock clock;

    SimulatedApiMain(List<String> arguments, Clock clock) {
        settings = settings(arguments);
        this.clock = clock;
    }

    /** Takes {@code --port}, {@code --sessions}, {@code --latency-ms}, {@code --seed}, {@code --pupils-per-minute}. */
    public static void main(String[] arguments) throws InterruptedException {
        SimulatedApiMain program = new SimulatedApiMain(Arrays.asList(arguments), Clock.systemUTC());
        SimulatedApi api = program.start();
        program.setPupilsToWork(api);
        System.out.println("api.url=" + api.url());
        System.out.println("api.key=" + api.key());
        Thread.currentThread().join();
    }

    /** Starts the API with its history. */
    SimulatedApi start() {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options()
                .port(number("--port", 8080))
                .latency(Duration.ofMillis(number("--latency-ms", 0)))
                .seed(seed())
                .clock(clock));
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE).minusDays(1);
        History history = new History(yesterday.minusYears(YEARS), yesterday, seed());
        api.sessions().addAll(history.sessions(number("--sessions", 10_000)));
        return api;
    }

    /** From here on sessions start and complete; none where the rate is 0. */
    void setPupilsToWork(SimulatedApi api) {
        int perMinute = number("--pupils-per-minute", 30);
        if (perMinute > 0) {
            PupilsAtWork.start(api.sessions(), perMinute, WORK, ~seed(), clock);
        }
    }

    private int seed() {
        return number("--seed", 1);
    }

    private int number(String flag, int otherwise) {
        String text = settings.getOrDefault(flag, Integer.toString(otherwise));
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(flag + " must be a whole number from 0, but is " + text, e);
        }
    }

    private static Map<String, String> settings(List<String> arguments) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!FLAGS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("give a number after each of " + FLAGS);
            }
            settings.put(arguments.get(i), arguments.get(i + 1));
        }
        return settings;
    }
}
