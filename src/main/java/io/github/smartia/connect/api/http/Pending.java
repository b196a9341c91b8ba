package io.github.smartia.connect.api.http;

import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;

/** What the HTTP library has promised, as a future of the JDK. */
final class Pending<T> extends CompletableFuture<T> implements FutureCallback<T> {

    @Override
    public void completed(T result) {
        complete(result);
    }

    @Override
    public void failed(Exception e) {
        completeExceptionally(e);
    }

    /** By the library, when the connection has gone before its turn came: here, futures are cancelled from outside. */
    @Override
    public void cancelled() {
        completeExceptionally(new ConnectionClosedException("the connection was closed"));
    }
}
