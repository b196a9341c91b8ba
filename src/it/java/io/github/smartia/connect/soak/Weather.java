package io.github.smartia.connect.soak;

import io.github.smartia.connect.TransientFault;
import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.FaultScript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** How the simulated API misbehaves: in no way, with a few of its answers, with many, or with all of them. */
final class Weather {

    private static final int ALL_WEATHERS = 4;

    /** None of them may end the task. */
    private static final List<Fault> FAULTS = Stream.concat(
                    TransientFault.ALL.stream().map(TransientFault::fault),
                    Stream.of(
                            Fault.status(429, Map.of("Retry-After", "1"), "{}"),
                            Fault.hang(),
                            Fault.drip(Duration.ofMillis(200)),
                            Fault.hugeBody(33 << 20),
                            Fault.gzipBomb(33 << 20)))
            .toList();

    private final FaultScript faults;
    private final Random random;

    Weather(FaultScript faults, Random random) {
        this.faults = faults;
        this.random = random;
    }

    void change() {
        faults.clear();
        switch (random.nextInt(ALL_WEATHERS)) {
            case 0 -> {}
            case 1 -> faults.share(0.1, any());
            case 2 -> FAULTS.forEach(fault -> faults.share(0.02, fault));
            default -> faults.always(Fault.status(503));
        }
    }

    void clear() {
        faults.clear();
    }

    private Fault any() {
        return FAULTS.get(random.nextInt(FAULTS.size()));
    }
}
