package io.github.smartia.connect.stack;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/** What the broker knows of a transaction in which a connector's first task writes to a topic of one partition. */
public final class OpenTransaction {

    private static final int TIMES = 5;

    private final Admin admin;
    private final String transactionalId;
    private final TopicPartition partition;

    /**
     * Asks by a client that stays the caller's.
     *
     * @param group of the workers, which Connect has in the names of transactions
     */
    public OpenTransaction(Admin admin, String group, String connector, String topic) {
        this.admin = admin;
        this.transactionalId = group + "-" + connector + "-0";
        this.partition = new TopicPartition(topic, 0);
    }

    /**
     * Whether there are records in the topic that nothing has begun to commit. It is asked several times, for the request
     * that commits may be on its way.
     */
    public boolean holdsRecords() {
        return IntStream.range(0, TIMES).allMatch(time -> holdsRecordsNow());
    }

    private boolean holdsRecordsNow() {
        return Unchecked.get(() -> {
            // In this order: what is written when the transaction is open still may be committed afterwards.
            return isWritten() && isOngoing();
        });
    }

    private boolean isWritten() throws ExecutionException, InterruptedException {
        return admin.describeProducers(Set.of(partition)).partitionResult(partition).get().activeProducers().stream()
                .anyMatch(producer -> producer.currentTransactionStartOffset().isPresent());
    }

    private boolean isOngoing() throws ExecutionException, InterruptedException {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .anyMatch(listed -> listed.transactionalId().equals(transactionalId));
    }
}
