package io.github.smartia.connect.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.SchoolSessions;
import io.github.smartia.connect.Secrets;
import io.github.smartia.connect.simulated.DataShape;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ExpendableStackExtension;
import io.github.smartia.connect.stack.HangingTransactions;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.WorkerOptions;
import io.github.smartia.connect.stack.WorkerPair;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs in {@code mvn -Psoak -Dsoak.minutes=10}. */
@ExtendWith(ExpendableStackExtension.class)
class SoakIT {

    private static final int HISTORY = 5_000;

    private final SoakSettings settings = SoakSettings.ofTheBuild();
    private final Random random = new Random(settings.seed());
    private final AtomicLong latest = new AtomicLong();
    /** Never the same millisecond twice: what it dates has one order. */
    private final InstantSource clock =
            () -> Instant.ofEpochMilli(latest.updateAndGet(before -> Math.max(before + 1, System.currentTimeMillis())));

    @Test
    void everySessionIsAccountedForWhateverHappens(Stack stack, HangingTransactions hanging) {
        hanging.attemptWhereNoneWasTorn(attempt -> soak(stack, "soak-" + attempt));
    }

    private void soak(Stack stack, String name) {
        try (SimulatedApi api = misbehavingApi();
                WorkerPair workers = stack.startPair(
                        WorkerOptions.inGroup(name).withExactlyOnce().withQuickTakeover())) {
            Book book = Book.of(api.sessions());
            try (SoakedConnector connector = new SoakedConnector(name, stack, workers, api, random)) {
                Path file = Path.of(System.getProperty("soak.report"));
                Map<Finding, List<String>> findings =
                        new Soak(settings, random, stack, api, connector).run(book, clock, file);

                assertThat(Account.bad(findings)).isEmpty();
                assertThat(findings.get(Finding.COMPLETED)).hasSizeGreaterThan(HISTORY);
                assertThat(findings.get(Finding.CLOSED)).isNotEmpty();
                assertThat(findings.get(Finding.DEAD_LETTER)).isNotEmpty();
            }
        }
    }

    private SimulatedApi misbehavingApi() {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options()
                .key(Secrets.KEY)
                .seed(settings.seed())
                .shape(DataShape.ALTERNATING)
                .shuffledTies());
        api.sessions().addAll(SchoolSessions.history(HISTORY));
        return api;
    }
}
