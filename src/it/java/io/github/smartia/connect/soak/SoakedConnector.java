package io.github.smartia.connect.soak;

import io.github.smartia.connect.RunningConnector;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectorStatus;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.WorkerPair;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.IsolationLevel;
import tools.jackson.databind.json.JsonMapper;

/** The connector on a pair of workers with exactly-once support, and what it has published. */
final class SoakedConnector implements AutoCloseable {

    private static final String OUR_CODE = RunningConnector.class.getPackageName();

    private final String name;
    private final WorkerPair workers;
    private final Random random;
    private final Map<String, String> config;
    private final TopicReader completed;
    private final TopicReader inProgress;
    private final TopicReader deadLetters;
    private final TopicReader written;
    private int restarts;

    /** Starts it. */
    SoakedConnector(String name, Stack stack, WorkerPair workers, SimulatedApi api, Random random) {
        this.name = name;
        this.workers = workers;
        this.random = random;
        config = RunningConnector.config(name, api);
        config.put("dead.letter.topic", name + "-dead");
        config.put("exactly.once.support", "required");
        config.put("api.response.timeout.ms", "2000");
        config.put("api.retry.backoff.max.ms", "1000");
        completed = stack.reader(config.get("topic.completed"));
        inProgress = stack.reader(config.get("topic.in.progress"));
        deadLetters = stack.reader(config.get("dead.letter.topic"));
        written = stack.reader(config.get("topic.completed"), IsolationLevel.READ_UNCOMMITTED);
        rest().put(name, config);
        rest().awaitRunning(name);
    }

    String name() {
        return name;
    }

    WorkerPair workers() {
        return workers;
    }

    ConnectRest rest() {
        return workers.rest();
    }

    /** Waits until it runs. As a person on call does, restarts it where Connect itself has given up for want of a broker. */
    void recover() {
        ConnectorStatus status = awaitRunningOrFailed();
        while (status.hasFailed()) {
            if (status.trace().contains(OUR_CODE)) {
                throw new AssertionError("The connector failed: " + status.trace());
            }
            restarts++;
            rest().restart(name);
            status = awaitRunningOrFailed();
        }
    }

    private ConnectorStatus awaitRunningOrFailed() {
        return rest().await(name, now -> now.isRunning() || now.hasFailed());
    }

    /** How often it had to be restarted because Connect had given up. */
    int restarts() {
        return restarts;
    }

    /** Gives it another page size. */
    void reconfigure() {
        config.put("page.size", Integer.toString(1 + random.nextInt(100)));
        rest().put(name, config);
    }

    /** What became of the sessions so far. */
    Map<Finding, List<String>> account(Book book) {
        return Account.of(
                book.contents(),
                Topic.of(completed.awaitEnd()),
                Topic.of(inProgress.awaitEnd()),
                deadLetters.awaitEnd().stream()
                        .map(letter -> JsonMapper.shared()
                                .readTree(letter.valueRecord().get("json").toString()))
                        .toList());
    }

    /** How many records of completed sessions were written in transactions that were aborted. */
    int aborted() {
        return written.awaitEnd().size() - completed.awaitEnd().size();
    }

    @Override
    public void close() {
        completed.close();
        inProgress.close();
        deadLetters.close();
        written.close();
        rest().delete(name);
    }
}
