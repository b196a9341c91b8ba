package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** An Error outside of a request: no request is lost for it. */
class ThrownErrorsTest {

    private final OutOfMemoryError error = new OutOfMemoryError("none left");

    private final VirtualTime time = new VirtualTime();
    private final FakeApi api = new FakeApi(time);
    private final Queue<Runnable> started = new ArrayDeque<>();
    private boolean hasStarted;

    @Test
    void requestIsMadeWhereNoFurtherThreadStarts() {
        api.serve();
        RequestQueue queue = queue(this::startOne, RequestListener.NONE);
        CompletableFuture<SessionPage> first = queue.fetch(TestQueue.COMPLETED);
        queue.fetch(TestQueue.COMPLETED);

        assertThatThrownBy(started.remove()::run).isSameAs(error);

        assertThat(first).isCompletedWithValue(FakeApi.EMPTY);
    }

    @Test
    void requestFailsWhereItsFailureCanNotBeHandled() {
        api.failWith(FakeApi.status(500));
        RequestQueue queue = queue(time, new RequestListener() {
            @Override
            public void retried(Status sessions) {
                throw error;
            }
        });

        CompletableFuture<SessionPage> page = queue.fetch(TestQueue.COMPLETED);
        time.pass(Duration.ofDays(1));

        assertThat(page).isCompletedExceptionally();
        assertThatThrownBy(page::join).hasCause(error);
        assertThat(api.times()).hasSize(1);
    }

    private void startOne(Runnable work) {
        if (hasStarted) {
            throw error;
        }
        hasStarted = true;
        started.add(work);
    }

    private RequestQueue queue(Executor executor, RequestListener listener) {
        return new RequestQueue(
                api,
                new RequestLimits(4, Double.MAX_VALUE),
                new RetryPolicy(-1, Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(1)),
                new FetchThreads(2, () -> true, executor),
                time,
                time::nanoTime,
                new OutageLog().of("some-school"),
                listener);
    }
}
