package io.github.smartia.connect.stack;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;

/**
 * The operator of a broker that is killed again and again: ends transactions that nobody else does, as {@code
 * kafka-transactions.sh abort} would. Seen with Kafka 4.3.1: a broker that died while a transaction was being committed had
 * forgotten it afterwards, so that neither its producer, which came back, nor the timeout ended it, and readers of
 * committed records, Connect's own of the offsets among them, waited for ever. Where part of it was committed before, to
 * end it tears it in two: the only command there is aborts.
 */
public final class HangingTransactions implements AutoCloseable {

    /** Connect's producers have a timeout of one minute, and brokers look for what is over it every ten seconds. */
    static final Duration LONGER_THAN_ANY_TIMEOUT = Duration.ofSeconds(80);

    private static final int ATTEMPTS = 3;

    private final ScheduledExecutorService operator = Executors.newSingleThreadScheduledExecutor(step -> {
        Thread thread = new Thread(step, "hanging-transactions");
        thread.setDaemon(true);
        return thread;
    });

    private final Broker broker;
    private final AtomicInteger ended = new AtomicInteger();

    private HangingTransactions(Broker broker) {
        this.broker = broker;
    }

    /** From now on ends what nothing was written in for {@link #LONGER_THAN_ANY_TIMEOUT}. */
    static HangingTransactions endOn(Broker broker) {
        HangingTransactions hanging = new HangingTransactions(broker);
        hanging.operator.scheduleWithFixedDelay(hanging::end, 1, 2, TimeUnit.SECONDS);
        return hanging;
    }

    /**
     * Attempts what fails where a record is lost or repeated. Where it fails and a transaction was ended meanwhile, Kafka
     * has not kept together what it promised to, and another attempt is made.
     *
     * @param attempt takes its number, from 1 on
     */
    public void attemptWhereNoneWasTorn(IntConsumer attempt) {
        for (int number = 1; ; number++) {
            int endedBefore = ended.get();
            try {
                attempt.accept(number);
                return;
            } catch (AssertionError e) {
                if (ended.get() == endedBefore || number == ATTEMPTS) {
                    throw e;
                }
                System.out.println("Attempt " + number + " failed where a transaction had to be ended: " + e);
            }
        }
    }

    private void end() {
        try (Admin admin = broker.admin()) {
            Collection<TopicPartition> partitions = broker.partitions(name -> !name.startsWith("__"));
            Unchecked.get(() -> admin.describeProducers(partitions).all().get(30, TimeUnit.SECONDS))
                    .forEach((partition, state) -> state.activeProducers().stream()
                            .filter(this::hangs)
                            .forEach(producer -> abort(admin, partition, producer)));
        } catch (RuntimeException e) {
            // Most often since the broker is away. Thrown, it would be the last look.
            System.out.println("No look at hanging transactions: " + e);
        }
    }

    private boolean hangs(ProducerState producer) {
        return producer.currentTransactionStartOffset().isPresent()
                && System.currentTimeMillis() - producer.lastTimestamp() > LONGER_THAN_ANY_TIMEOUT.toMillis();
    }

    private void abort(Admin admin, TopicPartition partition, ProducerState producer) {
        AbortTransactionSpec transaction = new AbortTransactionSpec(
                partition,
                producer.producerId(),
                (short) producer.producerEpoch(),
                producer.coordinatorEpoch().orElse(0));
        Unchecked.get(() -> admin.abortTransaction(transaction).all().get());
        ended.incrementAndGet();
        System.out.println("Ended a transaction that hung in " + partition + ": " + producer);
    }

    @Override
    public void close() {
        operator.shutdownNow();
    }
}
