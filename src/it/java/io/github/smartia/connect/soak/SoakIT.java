package io.github.smartia.connect.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.PublishedRecords;
import io.github.smartia.connect.SchoolSessions;
import io.github.smartia.connect.simulated.DataShape;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.HangingTransactions;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.WorkerOptions;
import io.github.smartia.connect.stack.WorkerPair;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The connector under all that goes wrong in operation, for as long as one likes, and an exact account of every session at
 * the end: what the simulated API showed against what readers of the topics see. Runs in {@code mvn -Psoak
 * -Dsoak.minutes=10}.
 */
@ExtendWith(StackExtension.Expendable.class)
class SoakIT {

    private static final int HISTORY = 5_000;

    private final Soak.Settings settings = Soak.Settings.ofTheBuild();
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
                assertThatWrongsAreFound(connector, book);
            }
        }
    }

    /** Or the account could not fail. The first sessions are those of the history, which nothing changed. */
    private static void assertThatWrongsAreFound(SoakedConnector connector, Book book) {
        assertFound(Finding.LOST, records -> records.remove(0), connector, book);
        assertFound(Finding.REPEATED, records -> records.add(records.get(0)), connector, book);
        assertFound(Finding.OUT_OF_ORDER, records -> Collections.swap(records, 0, 1), connector, book);
        assertFound(
                Finding.UNKNOWN,
                records -> records.add(
                        0,
                        new TopicRecord(records.get(0).key(), records.get(1).value(), 0, 0, Instant.EPOCH, Map.of())),
                connector,
                book);
        List<TopicRecord> open = connector.inProgress().awaitSessionsAtEnd();
        assertThat(Account.bad(connector.account(book, connector.completed().awaitEnd(), open)))
                .containsOnlyKeys(Finding.WRONGLY_OPEN);
        assertThat(connector
                        .account(book, List.of(), connector.inProgress().awaitEnd())
                        .get(Finding.WRONGLY_CLOSED))
                .isNotEmpty();
    }

    private static void assertFound(
            Finding finding, Consumer<List<TopicRecord>> wrong, SoakedConnector connector, Book book) {
        List<TopicRecord> records = new ArrayList<>(connector.completed().awaitEnd());
        String first = PublishedRecords.id(records.get(0));
        wrong.accept(records);
        assertThat(Account.bad(
                        connector.account(book, records, connector.inProgress().awaitEnd())))
                .isEqualTo(Map.of(finding, List.of(first)));
    }

    private SimulatedApi misbehavingApi() {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options()
                .key(SchoolSessions.KEY)
                .seed(settings.seed())
                .shape(DataShape.ALTERNATING)
                .shuffledTies());
        api.sessions().addAll(SchoolSessions.history(HISTORY));
        return api;
    }
}
