package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.read.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Completed sessions in virtual time, where each answer takes as long as the other and nothing else takes any time. */
final class VirtualApi implements SessionsApi {

    private final List<Session> sessions;
    private final EventLoop loop;
    private final Duration latency;
    private long requests;

    /** @param sessions in the order of their end */
    VirtualApi(List<Session> sessions, EventLoop loop, Duration latency) {
        this.sessions = List.copyOf(sessions);
        this.loop = loop;
        this.latency = latency;
    }

    long requests() {
        return requests;
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        requests++;
        CompletableFuture<SessionPage> answer = new CompletableFuture<>();
        loop.schedule(() -> answer.complete(page(query)), latency);
        return answer;
    }

    private SessionPage page(SessionQuery query) {
        int begin = query.after().map(date -> firstFrom(date.plusMillis(1))).orElse(0);
        int end = query.before().map(this::firstFrom).orElse(sessions.size());
        int from = Math.min(end, begin + query.offset());
        int to = Math.min(end, from + query.limit());
        return new SessionPage(List.copyOf(sessions.subList(from, to)), Math.max(0, end - begin));
    }

    private int firstFrom(Instant date) {
        int low = 0;
        int high = sessions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (endOf(sessions.get(middle)).isBefore(date)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static Instant endOf(Session session) {
        return session.endDate().orElseThrow();
    }

    @Override
    public void close() {}
}
