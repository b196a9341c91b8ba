package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys of one task that share threads, in real time. */
@Timeout(30)
class HangingKeysTest {

    private static final RequestLimits LIMITS = new RequestLimits(4, 1_000);
    private static final RetryPolicy RETRIES =
            new RetryPolicy(-1, Duration.ofMillis(1), Duration.ofMillis(1), new Random(1));

    private final CountDownLatch firstFailures = new CountDownLatch(50);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FetchThreads threads = new FetchThreads(64, () -> true);

    @Test
    void fiftyHangingKeysDoNotDelayAnother() throws InterruptedException {
        List<RequestQueue> hanging =
                Stream.generate(() -> queue(new Hanging())).limit(50).toList();
        hanging.forEach(queue -> fetch(queue, 4));
        firstFailures.await();

        List<CompletableFuture<SessionPage>> pages = fetch(queue(new Serving()), 20);

        assertThat(pages).allSatisfy(page -> assertThat(page).succeedsWithin(Duration.ofSeconds(10)));
        over.countDown();
        hanging.forEach(RequestQueue::close);
        threads.close();
        timer.shutdownNow();
    }

    private static List<CompletableFuture<SessionPage>> fetch(RequestQueue queue, int times) {
        return Stream.generate(() -> queue.fetch(TestQueue.COMPLETED))
                .limit(times)
                .toList();
    }

    private RequestQueue queue(PageFetcher fetcher) {
        return new RequestQueue(
                fetcher,
                LIMITS,
                RETRIES,
                threads,
                timer,
                System::nanoTime,
                new OutageLog().of("a-school"),
                RequestListener.NONE);
    }

    /** Fails once without a response, and then blocks. */
    private final class Hanging implements PageFetcher {

        private final AtomicInteger requests = new AtomicInteger();

        @Override
        public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
            if (requests.getAndIncrement() == 0) {
                page.completeExceptionally(ApiExceptions.noAnswer(ApiException.Kind.TRANSIENT, "no response"));
                firstFailures.countDown();
            } else {
                block();
            }
        }

        private void block() {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {}
    }

    /** Serves at once. */
    private static final class Serving implements PageFetcher {

        @Override
        public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
            page.complete(Pages.empty());
        }

        @Override
        public void close() {}
    }
}
