package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.NativeProgram;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What src/docs/consumers.md shows for other languages than Java reads what the connector writes. */
@ExtendWith(StackExtension.class)
class ConsumerProgramsIT {

    private static final String PAGE = "src/docs/consumers.md";
    private static final Pattern SESSION_LINE = Pattern.compile("[0-9a-f-]{36} .+");
    private static final int COMPLETED = 40;

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @BeforeEach
    void holdSessions() {
        api.sessions().addAll(SchoolSessions.completed(COMPLETED));
        api.sessions().addAll(SchoolSessions.inProgress(10));
    }

    @SuppressWarnings("try") // The program runs by itself.
    @ParameterizedTest
    @CsvSource({
        "js, node, target/node/open-sessions.mjs",
        "python, target/python/python3, target/python/open-sessions.py"
    })
    void aProgramSaysWhichSessionsAreOpen(String language, Path interpreter, Path file, Stack stack) throws Exception {
        assumeTrue(Files.exists(file.getParent()), file.getParent() + " is not there: the scripts of .ci make it");
        String program = DocumentedCommand.program(PAGE, language)
                .with("localhost:9092", stack.broker().bootstrapServers())
                .with("http://localhost:8081", stack.registry().confluentUri())
                .with("smart-ia.sessions.in-progress", language + "-in-progress")
                .with("open-sessions", language + "-open-sessions")
                .text();
        Files.writeString(file, program);
        Path printed = Files.createTempFile(language, ".log");
        try (RunningConnector connector = new RunningConnector(stack, language, api).start()) {
            connector.completed().awaitCount(COMPLETED);
            List<String> expected = new ArrayList<>(openSessions());
            // Sessions that were never seen in progress are closed as well.
            ExpectedRecords.completed(api).forEach(session -> expected.add(closed(session)));
            List<String> command = List.of(interpreter.toString(), file.toString());
            try (NativeProgram running = NativeProgram.start("KILL", printed, command)) {
                awaitSessions(printed, expected);
                SimulatedSession open = ExpectedRecords.inProgress(api).get(0);
                api.sessions().complete(open.sessionId(), open.startDate().plusSeconds(100));
                expected.add(closed(open));
                awaitSessions(printed, expected);
            }
        }
    }

    private List<String> openSessions() {
        return ExpectedRecords.inProgress(api).stream()
                .map(SessionTruth::of)
                .map(session -> session.get("sessionId") + " " + ((Map<?, ?>) session.get("test")).get("subject"))
                .toList();
    }

    private static String closed(SimulatedSession session) {
        return session.sessionId() + " closed";
    }

    private static void awaitSessions(Path printed, List<String> expected) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(Files.readAllLines(printed))
                        .filteredOn(line -> SESSION_LINE.matcher(line).matches())
                        .containsExactlyInAnyOrderElementsOf(expected));
    }

    @Test
    void kcatCountsWhatIsThere(Stack stack) throws InterruptedException {
        try (RunningConnector connector = new RunningConnector(stack, "kcat", api).start()) {
            connector.completed().awaitCount(COMPLETED);

            String printed = DocumentedCommand.of(
                            PAGE, "kcat -b localhost:9092 -t smart-ia.sessions.completed -C -o -10 -e -q")
                    .with("localhost:9092", stack.broker().bootstrapServers())
                    .with("smart-ia.sessions.completed", "kcat-completed")
                    .run();

            assertThat(printed.lines())
                    .hasSize(10)
                    .allSatisfy(line -> assertThat(line).matches("partition 0, offset \\d+: \\d+ bytes at \\d+"));
        }
    }
}
