package io.github.smartia.connect.simulated;

import java.time.Clock;
import java.time.Duration;

/** The simulated API as a program, on port 8080: docker/compose.yaml starts it. Ends when it is killed. */
public final class SimulatedApiMain {

    private SimulatedApiMain() {}

    /** Takes how many sessions there are, and how many more start in a minute. */
    public static void main(String[] arguments) throws InterruptedException {
        SimulatedSchools schools = SimulatedSchools.open(
                SimulatedApi.options().port(8080),
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Duration.ofMinutes(1),
                Clock.systemUTC());
        System.out.println("api.url=" + schools.api().url());
        Thread.currentThread().join();
    }
}
