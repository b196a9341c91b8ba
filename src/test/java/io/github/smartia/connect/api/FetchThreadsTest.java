package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FetchThreadsTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Thread> started = new CopyOnWriteArrayList<>();
    private final FetchThreads threads = new FetchThreads(8);

    @AfterEach
    void close() {
        over.countDown();
        threads.close();
    }

    @Test
    void noMoreThreadsAreBusyThanSet() {
        submit(20, false);
        submit(20, true);

        await().until(() -> started.size() == FetchThreads.inAll(8));

        assertThat(FetchThreads.inAll(8)).isEqualTo(10);
        assertThat(started)
                .filteredOn(thread -> thread.getName().startsWith("smart-ia-fetch-"))
                .hasSize(8);
        over.countDown();
        await().until(() -> started.size() == 40);
    }

    @Test
    void hangingKeysDelayNoOther() {
        submit(50, true);
        await().until(() -> started.size() == 2);

        submit(8, false);

        await().until(() -> started.size() == 10);
    }

    @Test
    void hangingKeysHaveAtLeastOneThread() {
        assertThat(FetchThreads.inAll(1)).isEqualTo(2);
        assertThat(FetchThreads.inAll(3)).isEqualTo(4);
    }

    @Test
    void threadsAreDaemons() {
        submit(1, false);
        await().until(() -> started.size() == 1);

        assertThat(started).allMatch(Thread::isDaemon);
    }

    @Test
    void submitAfterCloseDoesNothing() {
        threads.close();

        submit(1, false);
        submit(1, true);

        assertThat(started).isEmpty();
    }

    private void submit(int times, boolean hangs) {
        for (int i = 0; i < times; i++) {
            threads.submit(
                    () -> {
                        started.add(Thread.currentThread());
                        awaitQuietly();
                    },
                    hangs);
        }
    }

    private void awaitQuietly() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
