package io.github.smartia.connect.simulated;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/**
 * A simulated API with three years of history and with pupils at work. The program listens on port 8080 until it is
 * killed. docker/compose.yaml starts it.
 *
 * @param pupils work until closed, so that both streams keep changing
 */
public record SimulatedSchools(SimulatedApi api, PupilsAtWork pupils) implements AutoCloseable {

    private static final int YEARS = 3;
    private static final int SEED = 1;

    /** Arguments: the number of past sessions, and the number of sessions that start per minute. */
    public static void main(String[] arguments) throws InterruptedException {
        SimulatedApiOptions options = SimulatedApi.options().port(8080);
        int sessions = Integer.parseInt(arguments[0]);
        int perMinute = Integer.parseInt(arguments[1]);
        SimulatedSchools schools = open(options, sessions, perMinute, Duration.ofMinutes(1), Clock.systemUTC());
        System.out.println("api.url=" + schools.api().url());
        Thread.currentThread().join();
    }

    public static SimulatedSchools open(
            SimulatedApiOptions options, int sessions, int perMinute, Duration work, Clock clock) {
        SimulatedApi api = SimulatedApi.start(options);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        api.sessions().addAll(new History(today.minusYears(YEARS), today.minusDays(1), SEED).sessions(sessions));
        return new SimulatedSchools(api, PupilsAtWork.start(api.sessions(), perMinute, work, ~SEED, clock));
    }

    @Override
    public void close() {
        pupils.close();
        api.close();
    }
}
