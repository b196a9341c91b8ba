package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Jvm;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More sessions of one millisecond than fit into memory. */
@ExtendWith(StackExtension.class)
class TiesIT {

    private static final int SESSIONS = 100_000;

    @Test
    void aWorkerOf256MegabytesReadsThemAllOnce(Stack stack) {
        WorkerOptions options = WorkerOptions.inGroup("ties").withJvm(Jvm.quickToStart(256));
        try (SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
                ConnectWorker worker = stack.startWorker(options);
                RunningConnector connector = new RunningConnector(stack, worker.rest(), "ties", api)) {
            IntStream.range(0, SESSIONS)
                    .forEach(i -> api.sessions()
                            .add(SessionBuilder.completed()
                                    .endedAt(SchoolSessions.MORNING)
                                    .build()));
            connector
                    .with("streams", "completed")
                    .with("api.max.requests.per.second", "1000")
                    .with("api.max.concurrent.requests", "8")
                    .start();

            connector.completed().await(records -> records.size() >= SESSIONS, Duration.ofMinutes(3));
            connector.awaitMoreRequests();

            assertThat(connector.completed().awaitEnd()).hasSize(SESSIONS);
            assertThat(new HashSet<>(PublishedRecords.ids(connector.completed().awaitEnd())))
                    .hasSize(SESSIONS);
        }
    }
}
