package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The promises of the contract, as they show in what was published of a history that was read to its end. */
final class Promises {

    private final History history;
    private final Reading reading;

    Promises(History history, Reading reading) {
        this.history = history;
        this.reading = reading;
    }

    void hold() {
        for (Stream stream : Stream.values()) {
            complete(stream);
            once(stream);
            inOrder(stream);
            bounded(stream);
        }
    }

    /** "A session that the API shows no later than lookback.ms after its date is published", as it is at last. */
    private void complete(Stream stream) {
        Map<String, Session> latest = new HashMap<>();
        reading.published(stream).forEach(session -> latest.put(session.sessionId(), session));
        Instant now = reading.api().now();
        for (ModelSession session : history.sessions()) {
            if (session.visible(stream, now)) {
                assertThat(latest)
                        .as("%s was published in %s as it is", session, stream)
                        .containsEntry(session.id(), session.shown(stream, now));
            }
        }
    }

    /** "A running task publishes a session once per stream […] an unchanged one never" again. */
    private void once(Stream stream) {
        Map<String, Session> before = new HashMap<>();
        for (Session session : reading.published(stream)) {
            assertThat(session)
                    .as("in %s, after the same", stream)
                    .isNotEqualTo(before.put(session.sessionId(), session));
        }
    }

    /** "Within a stream: by (date, sessionId); late arrivals excepted." */
    private void inOrder(Stream stream) {
        List<Position> onTime = reading.published(stream).stream()
                .filter(session -> history.session(session.sessionId()).onTime())
                .map(session -> new Position(session.date(stream.dateField()).orElseThrow(), session.sessionId()))
                .toList();
        assertThat(onTime).as("%s", stream).isSorted();
    }

    /** "Offsets stay under 256 KiB", and hold no more than the lookback needs. */
    private void bounded(Stream stream) {
        if (reading.offsets().containsKey(stream)) {
            assertThat(reading.offsets().get(stream).toMap().toString()).hasSizeLessThan(256 << 10);
        }
    }
}
