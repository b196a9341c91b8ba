package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.stack.Unchecked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FetchThreadsTest {

    private final List<Runnable> running = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final FetchThreads threads = threads(8, () -> true);

    @Test
    void noMoreThreadsAreBusyThanSet() {
        submit("a", 20, false);

        assertThat(running).hasSize(8);
    }

    @Test
    void firstComeIsFirstServed() {
        submit("a", 9, false);
        submit("b", 1, false);
        submit("c", 1, false);

        while (!running.isEmpty()) {
            running.remove(0).run();
        }

        assertThat(done).hasSize(11).endsWith("a", "b", "c");
    }

    @Test
    void hangingKeysShareAQuarterOfTheThreads() {
        submit("hangs", 50, true);
        assertThat(running).hasSize(2);

        submit("works", 5, false);
        assertThat(running).hasSize(7);

        running.remove(0).run();
        assertThat(running).hasSize(7);
        assertThat(done).containsExactly("hangs");
    }

    @Test
    void oneOfFewThreadsIsLeftToHangingKeys() {
        FetchThreads two = threads(2, () -> true);

        two.submit(() -> {}, () -> true);
        two.submit(() -> {}, () -> true);

        assertThat(running).hasSize(1);
    }

    /** Each has had a request that failed without a response. */
    @Test
    void queuesThatGotNoResponseAreHangingKeys() {
        VirtualTime time = new VirtualTime();
        FakeApi api = new FakeApi(time);
        api.failWith(ApiExceptions.noAnswer(ApiException.Kind.TRANSIENT, "no response"));
        List<RequestQueue> hanging = Stream.generate(() -> TestQueue.on(threads, api, time))
                .limit(50)
                .toList();
        hanging.forEach(queue -> {
            queue.fetch(TestQueue.COMPLETED);
            running.remove(0).run();
        });

        hanging.forEach(queue -> queue.fetch(TestQueue.COMPLETED));
        time.pass(Duration.ofSeconds(2));
        TestQueue.on(threads, api, time).fetch(TestQueue.COMPLETED);

        assertThat(running).hasSize(2 + 1);
    }

    @Test
    void nothingIsStartedWhileItMayNotAndAllOnceItMay() {
        AtomicBoolean mayStart = new AtomicBoolean();
        FetchThreads paused = threads(8, mayStart::get);
        paused.submit(() -> {}, () -> false);
        paused.submit(() -> {}, () -> false);
        paused.resume();
        assertThat(running).isEmpty();

        mayStart.set(true);
        paused.resume();

        assertThat(running).hasSize(2);
    }

    @Test
    void threadsAreNamedDaemonsAndStartOnDemand() {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        try (FetchThreads real = new FetchThreads(3, () -> true)) {
            for (int i = 0; i < 9; i++) {
                real.submit(
                        () -> {
                            started.incrementAndGet();
                            Unchecked.run(over::await);
                        },
                        () -> false);
            }
            await().until(() -> started.get() == 3);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("smart-ia-fetch-"))
                    .hasSize(3)
                    .allMatch(Thread::isDaemon);
            over.countDown();
            await().until(() -> started.get() == 9);
        }
    }

    @Test
    void workThatGotNoThreadIsStartedLater() {
        FetchThreads one = new FetchThreads(1, () -> true, allBut(1));
        assertThatThrownBy(() -> one.submit(() -> {}, () -> false)).isInstanceOf(OutOfMemoryError.class);

        one.resume();

        assertThat(running).hasSize(1);
    }

    @Test
    void requestIsMadeWhereNoFurtherThreadStarts() {
        VirtualTime time = new VirtualTime();
        FakeApi api = new FakeApi(time);
        api.serve();
        RequestQueue queue = TestQueue.on(new FetchThreads(2, () -> true, allBut(2)), api, time);
        CompletableFuture<SessionPage> first = queue.fetch(TestQueue.COMPLETED);
        queue.fetch(TestQueue.COMPLETED);

        assertThatThrownBy(running.remove(0)::run).isInstanceOf(OutOfMemoryError.class);

        assertThat(first).isCompletedWithValue(FakeApi.EMPTY);
    }

    /** Has a thread for any work but that of this number. */
    private Executor allBut(int number) {
        AtomicInteger attempts = new AtomicInteger();
        return work -> {
            if (attempts.incrementAndGet() == number) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            running.add(work);
        };
    }

    /** Threads that the test runs by hand. */
    private FetchThreads threads(int most, BooleanSupplier mayStart) {
        return new FetchThreads(most, mayStart, running::add);
    }

    private void submit(String key, int times, boolean hangs) {
        for (int i = 0; i < times; i++) {
            threads.submit(() -> done.add(key), () -> hangs);
        }
    }
}
