package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestListener.RequestOutcome;
import io.github.smartia.connect.model.Status;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is told of requests. */
public final class RecordedRequests implements RequestListener {

    private final List<RequestOutcome> ended = new CopyOnWriteArrayList<>();
    private final List<Status> retried = new CopyOnWriteArrayList<>();

    @Override
    public void ended(RequestOutcome end) {
        ended.add(end);
    }

    @Override
    public void retried(Status sessions) {
        retried.add(sessions);
    }

    List<RequestOutcome> ended() {
        return ended;
    }

    public List<Status> retried() {
        return retried;
    }
}
