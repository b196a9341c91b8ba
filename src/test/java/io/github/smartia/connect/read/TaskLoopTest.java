package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskLoopTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final TaskLoop loop = new TaskLoop("a-loop");

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void stepsRunOnItsOneThread() {
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
    void itsTimerSharesTheThread() {
        CompletableFuture<String> name = new CompletableFuture<>();
        loop.timer().execute(() -> name.complete(Thread.currentThread().getName()));

        assertThat(name).succeedsWithin(LONG_ENOUGH).isEqualTo("a-loop");
    }

    @Test
    void stepsAfterItsEndAreDropped() {
        AtomicBoolean ran = new AtomicBoolean();
        loop.close();

        loop.execute(() -> ran.set(true));
        loop.schedule(() -> ran.set(true), Duration.ZERO);

        assertThat(loop.timer().isShutdown()).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void whatAStepThrowsIsKeptForThoseWhoDependOnIt() {
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
        assertThat(loop.breakdown()).containsSame(first);
    }

    @Test
    void whatIsThrownWhereAnAnswerIsUsedIsKeptToo() {
        Error none = new OutOfMemoryError("none left");
        SessionPage page = new SessionPage(List.of(), 0);
        CompletableFuture<Void> afterwards = new CompletableFuture<>();
        Requests requests = new Requests(answering(page), 1, loop, failure -> {});
        loop.execute(() -> {
            requests.send(
                    SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 10),
                    answer -> {
                        throw none;
                    },
                    () -> {});
            loop.execute(() -> afterwards.complete(null));
        });

        assertThat(afterwards).succeedsWithin(LONG_ENOUGH);
        assertThat(loop.breakdown()).containsSame(none);
    }

    @Test
    void itsClockGoesForward() {
        long before = loop.nanoTime();

        assertThat(loop.nanoTime() - before).isNotNegative();
    }

    private static SessionsApi answering(SessionPage page) {
        return new SessionsApi() {
            @Override
            public CompletableFuture<SessionPage> fetch(SessionQuery query) {
                return CompletableFuture.completedFuture(page);
            }

            @Override
            public void close() {}
        };
    }
}
