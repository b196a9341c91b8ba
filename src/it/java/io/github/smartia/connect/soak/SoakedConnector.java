package io.github.smartia.connect.soak;

import io.github.smartia.connect.RunningConnector;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectorStatus;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.WorkerPair;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.IsolationLevel;
import tools.jackson.databind.json.JsonMapper;

/** The connector on a pair of workers with exactly-once support, and what it has published. */
final class SoakedConnector extends RunningConnector {

    private static final String OUR_CODE = RunningConnector.class.getPackageName();

    private final WorkerPair workers;
    private final Random random;
    private final TopicReader deadLetters;
    private final TopicReader written;
    private int restarts;

    SoakedConnector(String name, Stack stack, WorkerPair workers, SimulatedApi api, Random random) {
        super(stack, workers::rest, name, api);
        this.workers = workers;
        this.random = random;
        deadLetters = stack.reader(name + "-dead");
        written = stack.reader(name + "-completed", IsolationLevel.READ_UNCOMMITTED);
        with("dead.letter.topic", name + "-dead")
                .with("exactly.once.support", "required")
                .with("api.response.timeout.ms", "2000")
                .with("api.retry.backoff.max.ms", "1000")
                .create();
        connect().awaitRunning(name);
    }

    WorkerPair workers() {
        return workers;
    }

    /** Waits until it runs. As a person on call does, restarts it where Connect itself has given up for want of a broker. */
    void recover() {
        ConnectorStatus status = awaitRunningOrFailed();
        while (status.hasFailed()) {
            if (status.trace().contains(OUR_CODE)) {
                throw new AssertionError("The connector failed: " + status.trace());
            }
            restarts++;
            connect().restart(name());
            status = awaitRunningOrFailed();
        }
    }

    private ConnectorStatus awaitRunningOrFailed() {
        return connect().await(name(), now -> now.isRunning() || now.hasFailed());
    }

    int restarts() {
        return restarts;
    }

    void reconfigure() {
        with("page.size", Integer.toString(1 + random.nextInt(100))).create();
    }

    Map<Finding, List<String>> account(Book book) {
        return account(book, completed().awaitEnd(), inProgress().awaitEnd());
    }

    /** As it would be if the topics held these records. */
    Map<Finding, List<String>> account(Book book, List<TopicRecord> completed, List<TopicRecord> inProgress) {
        return Account.of(
                book.contents(),
                Account.Topic.of(completed),
                Account.Topic.of(inProgress),
                deadLetters.awaitEnd().stream()
                        .map(letter -> JsonMapper.shared()
                                .readTree(letter.valueRecord().get("json").toString()))
                        .toList());
    }

    int aborted() {
        return written.awaitEnd().size() - completed().awaitEnd().size();
    }

    @Override
    public void close() {
        deadLetters.close();
        written.close();
        super.close();
    }
}
