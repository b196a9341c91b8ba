package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The promises of the contract, as they show in what was published of a history that was read to its end. */
final class Promises {

    private final History history;
    private final Reading reading;

    Promises(History history, Reading reading) {
        this.history = history;
        this.reading = reading;
    }

    void hold() {
        for (SessionStream stream : history.choice().streams()) {
            complete(stream);
            bounded(stream);
            // "Without it, a crash may repeat what was not yet committed", out of order.
            if (!history.mayRepeat() && !history.wasSet(stream)) {
                once(stream);
                // What was completed is not opened, until a person has that forgotten: then it is, late.
                boolean mayOpenLate = stream == SessionStream.IN_PROGRESS && history.wasSet(SessionStream.COMPLETED);
                if (!mayOpenLate) {
                    inOrder(stream);
                }
            }
        }
        if (!history.choice().closesSessions()) {
            assertThat(reading.inProgressTopic().values())
                    .as("nothing is closed")
                    .noneMatch(topic -> topic.contains(false));
        } else if (!history.wasSet(SessionStream.IN_PROGRESS) && !history.wasSet(SessionStream.COMPLETED)) {
            tombstones();
        }
    }

    /** "A session that the API shows no later than lookback.ms after its date is published", as it is at last. */
    private void complete(SessionStream stream) {
        Map<String, Session> latest = new HashMap<>();
        reading.published(stream).forEach(session -> latest.put(session.sessionId(), session));
        Instant now = reading.api().now();
        for (ModelSession session : history.sessions()) {
            if (session.visible(stream, now) && !session.date(stream).isBefore(history.certainFrom(stream))) {
                isThere(session.shown(stream, now), stream, latest);
            }
        }
    }

    private void isThere(Entry shown, SessionStream stream, Map<String, Session> latest) {
        if (shown instanceof Session session) {
            assertThat(latest)
                    .as("%s was published in %s as it is", session, stream)
                    .containsEntry(session.sessionId(), session);
        } else {
            assertThat(reading.deadLetters(stream))
                    .as("%s is a dead letter", shown)
                    .contains((MalformedSession) shown);
        }
    }

    /** "A running task publishes a session once per stream […] an unchanged one never" again. */
    private void once(SessionStream stream) {
        Map<String, Session> before = new HashMap<>();
        for (Session session : reading.published(stream)) {
            assertThat(session)
                    .as("in %s, after the same", stream)
                    .isNotEqualTo(before.put(session.sessionId(), session));
        }
        assertThat(reading.deadLetters(stream)).as("dead letters of %s", stream).doesNotHaveDuplicates();
    }

    /** "Within a stream: by (date, sessionId); late arrivals excepted." */
    private void inOrder(SessionStream stream) {
        Set<Instant> doubtful = history.doubtfulSeconds(stream);
        List<Position> onTime = reading.published(stream).stream()
                .filter(session -> history.session(session.sessionId()).onTime())
                .filter(session -> !history.wasOvertaken(history.session(session.sessionId()), stream))
                .map(session -> new Position(session.date(stream.dateField()).orElseThrow(), session.sessionId()))
                .filter(position -> !doubtful.contains(History.second(position.date())))
                .toList();
        assertThat(onTime).as("%s", stream).isSorted();
    }

    /** "A tombstone […] goes to the in-progress topic, after its record and never before". */
    private void tombstones() {
        Set<String> completed = reading.published(SessionStream.COMPLETED).stream()
                .map(Session::sessionId)
                .collect(Collectors.toSet());
        reading.inProgressTopic().forEach((id, records) -> {
            if (!history.mayRepeat()) {
                assertThat(records).as("%s began with its record", id).startsWith(true);
                assertThat(records.stream().filter(record -> !record))
                        .as("%s has one tombstone", id)
                        .hasSizeLessThan(2);
            }
            boolean neverOpened = !records.get(0);
            assertThat(neverOpened && wasHistory(id)).as("%s is history", id).isFalse();
            if (history.mayRepeat() && (reading.wasForgotten(id) || completionMayBeForgotten(id))) {
                return;
            }
            if (completed.contains(id)) {
                assertThat(records).as("%s was closed at last", id).endsWith(false);
            } else {
                assertThat(records).as("%s is still open", id).doesNotContain(false);
            }
        });
    }

    /** A crash forgets that a session completed, and no request will show it: as far as can be seen, it is still open. */
    private boolean completionMayBeForgotten(String id) {
        return history.session(id).mayEndAsOpen();
    }

    /** "Reading history must not write tombstones for sessions completed before the connector first ran." */
    private boolean wasHistory(String id) {
        ModelSession session = history.session(id);
        // After a crash, what was late or malformed looks as if it had been open when the first run began.
        boolean looksLikeHistory = session.delay().isZero() && session.flaw().isEmpty();
        return session.end().filter(end -> end.isBefore(history.begin())).isPresent()
                && (looksLikeHistory || !history.mayRepeat());
    }

    /** "Offsets stay under 256 KiB", for they remember the lookback and little more. */
    private void bounded(SessionStream stream) {
        StreamOffset offset = reading.offsets().get(stream);
        if (offset == null || offset.memory().isEmpty()) {
            return;
        }
        assertThat(offset.toMap().toString()).hasSizeLessThan(256 << 10);
        if (history.sessions().stream().anyMatch(ModelSession::isAhead)) {
            // The position then says nothing of what time it was.
            return;
        }
        Instant least =
                offset.position().date().minus(history.longestLookback()).minus(history.longestDelay());
        assertThat(reading.remembered(stream))
                .as("dates remembered in %s", stream)
                .allMatch(least::isBefore);
    }
}
