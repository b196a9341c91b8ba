package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Status;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is told of requests. */
final class RecordedRequests implements RequestListener {

    private final List<RequestEnd> ended = new CopyOnWriteArrayList<>();
    private final List<Status> retried = new CopyOnWriteArrayList<>();

    @Override
    public void ended(RequestEnd end) {
        ended.add(end);
    }

    @Override
    public void retried(Status sessions) {
        retried.add(sessions);
    }

    List<RequestEnd> ended() {
        return ended;
    }

    List<Status> retried() {
        return retried;
    }
}
