package io.github.smartia.connect.metrics;

import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestListener.Outcome;
import io.github.smartia.connect.api.RequestListener.RequestOutcome;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.read.ReadListener;
import io.github.smartia.connect.read.ReadProgress;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the events of one organisation. Safe for use by several threads. */
public final class OrganisationMetrics implements RequestListener, ReadListener {

    private final Map<SessionStream, StreamFigures> figures;
    private final Runnable onFailure;
    private final Safely safely;

    /** @param onFailure runs when reading has failed */
    OrganisationMetrics(Map<SessionStream, StreamFigures> figures, Runnable onFailure, Safely safely) {
        this.figures = figures;
        this.onFailure = onFailure;
        this.safely = safely;
    }

    @Override
    public void ended(RequestOutcome end) {
        update(SessionStream.of(end.sessions()), stream -> {
            stream.add(Metric.REQUESTS, 1);
            stream.add(Metric.REQUESTS_THROTTLED, end.outcome() == Outcome.THROTTLED ? 1 : 0);
            stream.add(Metric.RESPONSE_BYTES, end.bytes());
            stream.latency().record(end.took());
            if (end.outcome() == Outcome.SERVED) {
                stream.served();
            }
        });
    }

    @Override
    public void retried(Status sessions) {
        update(SessionStream.of(sessions), stream -> {
            stream.add(Metric.RETRIES, 1);
            stream.backingOff();
        });
    }

    @Override
    public void read(SessionStream stream, ReadProgress progress) {
        update(stream, changed -> {
            changed.published(progress.published());
            changed.add(Metric.SESSIONS_LATE, progress.late());
            changed.add(Metric.SESSIONS_CHANGED, progress.changed());
            changed.add(Metric.SESSIONS_SUPPRESSED, progress.suppressed());
            changed.add(Metric.DEAD_LETTERS, progress.deadLetters());
            changed.add(Metric.TOMBSTONES, progress.tombstones());
            changed.add(Metric.VANISHED, progress.vanished());
            if (progress.hasRecords()) {
                changed.publishedUpTo(progress.position());
            } else {
                // This position may count sessions that wait for the next poll.
                changed.startedAt(progress.position());
            }
            if (progress.caughtUp() || progress.hasRecords()) {
                changed.caughtUp(progress.caughtUp());
            }
        });
    }

    @Override
    public void inconsistent(SessionStream stream) {
        update(stream, changed -> changed.add(Metric.INCONSISTENCIES, 1));
    }

    @Override
    public void remaining(SessionStream stream, long sessions) {
        update(stream, changed -> changed.remaining(sessions));
    }

    @Override
    public void failed() {
        safely.run(() -> {
            figures.values().forEach(StreamFigures::failed);
            onFailure.run();
        });
    }

    private void update(SessionStream stream, Consumer<StreamFigures> change) {
        safely.run(() -> change.accept(figures.get(stream)));
    }
}
