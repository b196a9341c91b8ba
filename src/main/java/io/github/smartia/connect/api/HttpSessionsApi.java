package io.github.smartia.connect.api;

import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;

/** The API over HTTP. Each request is made once; requests and answers are handled by a few threads of its own. */
public final class HttpSessionsApi implements SessionsApi {

    private final ApiOptions options;
    private final Clock clock;
    private final CloseableHttpAsyncClient client;
    private final Outstanding outstanding = new Outstanding();

    /** The client looks up the host's address on the thread that asks, which may take as long as DNS likes. */
    private final ThreadPoolExecutor starter;

    /**
     * @param maxConnections how many requests may be under way at once
     * @param clock for a {@code Retry-After} date in an answer that has no date of its own
     */
    public HttpSessionsApi(ApiOptions options, int maxConnections, Clock clock) {
        this(options, maxConnections, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    HttpSessionsApi(ApiOptions options, int maxConnections, Clock clock, DnsResolver dns) {
        this.options = options;
        this.clock = clock;
        this.client = HttpClientFactory.client(options, maxConnections, dns);
        this.starter = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpClientFactory.threads());
        starter.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        client.start();
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        ApiCall call = ApiCall.of(query, options);
        AnswerReader reader = new AnswerReader(call, query);
        RequestFailure failure = new RequestFailure(call, options);
        CompletableFuture<Answer> answer = send(call);
        CompletableFuture<SessionPage> page = answer.handle((received, thrown) -> {
            if (thrown != null) {
                throw failure.of(thrown);
            }
            return reader.page(received);
        });
        // Does something only where the page was cancelled: then there is no answer yet.
        page.whenComplete((read, thrown) -> answer.cancel(false));
        return outstanding.add(page);
    }

    /** The response timeout bounds the whole request here: the client's own starts anew with every byte that comes. */
    private CompletableFuture<Answer> send(ApiCall call) {
        PendingAnswer pending = new PendingAnswer();
        pending.answer.orTimeout(options.responseTimeout().toMillis(), TimeUnit.MILLISECONDS);
        starter.execute(() -> start(call, pending));
        return pending.answer;
    }

    private void start(ApiCall call, PendingAnswer pending) {
        if (pending.answer.isDone()) {
            return;
        }
        try {
            Future<Answer> request = client.execute(
                    call.producer(options), new AnswerConsumer(clock), null, HttpClientContext.create(), pending);
            pending.answer.whenComplete((answer, thrown) -> {
                // Not after an answer: that would close the connection, which has others to serve.
                if (thrown != null) {
                    request.cancel(true);
                }
            });
        } catch (RuntimeException e) {
            pending.failed(e);
        }
    }

    @Override
    public void close() {
        outstanding.close();
        starter.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** Hands the client's callback on to a future. */
    private static final class PendingAnswer implements FutureCallback<Answer> {

        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        @Override
        public void completed(Answer result) {
            answer.complete(result);
        }

        @Override
        public void failed(Exception e) {
            answer.completeExceptionally(e);
        }

        @Override
        public void cancelled() {
            answer.completeExceptionally(new CancellationException("the request was given up"));
        }
    }
}
