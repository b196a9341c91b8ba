package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadedEventLoopTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final ThreadedEventLoop loop = new ThreadedEventLoop("a-loop");

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void stepsRunOnOneThread() {
        CompletableFuture<Thread> first = new CompletableFuture<>();
        CompletableFuture<Thread> later = new CompletableFuture<>();
        loop.execute(() -> first.complete(Thread.currentThread()));
        loop.schedule(() -> later.complete(Thread.currentThread()), Duration.ofMillis(1));

        assertThat(later).succeedsWithin(LONG_ENOUGH).isSameAs(first.join()).satisfies(thread -> {
            assertThat(thread.getName()).isEqualTo("a-loop");
            assertThat(thread.isDaemon()).isTrue();
        });
    }

    @Test
    void timerSharesTheThread() {
        CompletableFuture<String> name = new CompletableFuture<>();
        loop.timer().execute(() -> name.complete(Thread.currentThread().getName()));

        assertThat(name).succeedsWithin(LONG_ENOUGH).isEqualTo("a-loop");
    }

    @Test
    void stepsAfterCloseAreDropped() {
        AtomicBoolean ran = new AtomicBoolean();
        loop.close();

        loop.execute(() -> ran.set(true));
        loop.schedule(() -> ran.set(true), Duration.ZERO);

        assertThat(loop.timer().isShutdown()).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void failureOfAStepIsKept() {
        Error first = new OutOfMemoryError("none left");
        CompletableFuture<Void> afterwards = new CompletableFuture<>();
        loop.execute(() -> {
            throw first;
        });
        loop.schedule(
                () -> {
                    throw new IllegalStateException("later");
                },
                Duration.ZERO);
        loop.schedule(() -> afterwards.complete(null), Duration.ofMillis(1));

        assertThat(afterwards).succeedsWithin(LONG_ENOUGH);
        assertThat(loop.failure()).containsSame(first);
    }
}
