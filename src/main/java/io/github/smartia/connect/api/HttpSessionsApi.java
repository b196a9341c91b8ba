package io.github.smartia.connect.api;

import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;

/** The API over HTTP. Each request is made once; requests and answers are handled by the client's own few threads. */
public final class HttpSessionsApi implements SessionsApi {

    private final ApiOptions options;
    private final Clock clock;
    private final CloseableHttpAsyncClient client;

    /**
     * @param maxConnections how many requests may be under way at once
     * @param clock for a {@code Retry-After} date in an answer that has no date of its own
     */
    public HttpSessionsApi(ApiOptions options, int maxConnections, Clock clock) {
        this.options = options;
        this.clock = clock;
        this.client = HttpClientFactory.client(options, maxConnections);
        client.start();
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        ApiCall call = ApiCall.of(query, options);
        AnswerReader reader = new AnswerReader(call, query);
        RequestFailure failure = new RequestFailure(call, options);
        return send(call).handle((answer, thrown) -> {
            if (thrown != null) {
                throw failure.of(thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown);
            }
            return reader.page(answer);
        });
    }

    /** The response timeout bounds the whole request here: the client's own starts anew with every byte that comes. */
    private CompletableFuture<Answer> send(ApiCall call) {
        PendingAnswer pending = new PendingAnswer();
        Future<Answer> request = client.execute(
                call.producer(options), new AnswerConsumer(clock), null, HttpClientContext.create(), pending);
        pending.answer.orTimeout(options.responseTimeout().toMillis(), TimeUnit.MILLISECONDS);
        return pending.answer.whenComplete((answer, thrown) -> {
            if (thrown != null) {
                request.cancel(true);
            }
        });
    }

    @Override
    public void close() {
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
