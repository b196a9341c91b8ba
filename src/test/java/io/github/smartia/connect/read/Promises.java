package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.paging.Oddities.Oddity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks the promises of the contract against what was published of a history. */
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
                // A completed session is opened, late, only after a person has reset the completed stream.
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
            if (session.visible(stream, now) && !session.date(stream, now).isBefore(history.certainFrom(stream))) {
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
                .filter(session -> history.life(session).onTime())
                .filter(session -> !history.wasOvertaken(history.life(session), stream))
                .map(session -> new Position(session.date(stream.dateField()).orElseThrow(), session.sessionId()))
                .filter(position -> !doubtful.contains(History.second(position.date())))
                .toList();
        assertThat(onTime).as("%s", stream).isSorted();
    }

    /** "A tombstone […] goes to the in-progress topic, after its record and never before". */
    private void tombstones() {
        Map<String, List<Session>> completed =
                reading.published(SessionStream.COMPLETED).stream().collect(Collectors.groupingBy(Session::sessionId));
        reading.inProgressTopic().forEach((id, records) -> {
            if (!history.mayRepeat()) {
                assertThat(timesOpenedAgain(records))
                        .as("times that %s was opened again", id)
                        .isLessThan(history.lives(id).size());
            }
            assertThat(!records.contains(true) && wasHistory(id))
                    .as("%s is history", id)
                    .isFalse();
            if (history.mayRepeat() && (reading.wasForgotten(id) || completionMayBeForgotten(id))) {
                return;
            }
            if (isInALaterLife(id, completed)) {
                assertThat(outlastsLookback() || records.get(records.size() - 1))
                        .as("%s is open again", id)
                        .isTrue();
            } else if (completed.containsKey(id)) {
                assertThat(records).as("%s was closed at last", id).endsWith(false);
            } else {
                assertThat(records).as("%s is still open", id).doesNotContain(false);
            }
        });
        if (history.restarts().isEmpty() && history.trouble().isEmpty()) {
            completed.forEach(this::eachPublicationIsClosed);
        }
    }

    private static long timesOpenedAgain(List<Boolean> records) {
        return IntStream.range(1, records.size())
                .filter(i -> records.get(i) && !records.get(i - 1))
                .count();
    }

    /** Whether it was begun again, published as open, and not published as completed since. */
    private boolean isInALaterLife(String id, Map<String, List<Session>> completed) {
        List<ModelSession> lives = history.lives(id);
        ModelSession latest = lives.get(lives.size() - 1);
        return lives.size() > 1
                && reading.published(SessionStream.IN_PROGRESS).stream().anyMatch(latest::isShownBy)
                && completed.getOrDefault(id, List.of()).stream().noneMatch(latest::isShownBy);
    }

    /** Whether a response may take longer than sessions are remembered. */
    private boolean outlastsLookback() {
        return firstResponses().multipliedBy(2).compareTo(history.lookback()) > 0;
    }

    /** "Every publication to the completed topic whose end is later than T is followed by a tombstone". */
    private void eachPublicationIsClosed(String id, List<Session> publications) {
        Instant latestT = history.begin()
                .plus(history.longestLatency().multipliedBy(2))
                .plusSeconds(1)
                .minus(history.lookback());
        List<ModelSession> lives = history.lives(id);
        if (ends(lives).allMatch(latestT::isBefore)) {
            ModelSession latest = lives.get(lives.size() - 1);
            // "Unless in-progress remembers a later start of it".
            int least = (int) publications.stream()
                    .filter(session -> lives.size() == 1 || latest.isShownBy(session))
                    .count();
            assertThat(reading.inProgressTopic().getOrDefault(id, List.of()).stream()
                            .filter(record -> !record))
                    .as("tombstones of %s", id)
                    .hasSizeBetween(least, publications.size());
        }
    }

    /** Whether a crash may forget the completion of a session that no response shows any more. */
    private boolean completionMayBeForgotten(String id) {
        return history.lives(id).stream().anyMatch(ModelSession::mayEndAsOpen);
    }

    /** "History older than T gets none": what had ended long before the newest session. */
    private boolean wasHistory(String id) {
        // The API's time is unknown at first if the newest sessions are dated ahead, undated, or not listed first. A
        // run that
        // is killed at once may have stored the time of one stream only.
        boolean apiTimeIsShown = !history.oddities().kinds().contains(Oddity.REJECTS_DESCENDING)
                && history.sessions().stream().noneMatch(ModelSession::isAhead)
                && history.sessions().stream()
                        .flatMap(session -> session.flaw().stream())
                        .noneMatch(ModelSession.Flaw::hidesDate)
                && history.restarts().stream().noneMatch(restart -> restart.at().compareTo(firstResponses()) < 0);
        return apiTimeIsShown
                && newestKnown().isPresent()
                && history.lives(id).stream().allMatch(life -> life.end().isPresent())
                && ends(history.lives(id)).allMatch(earliestT(newestKnown().get())::isAfter);
    }

    private Instant earliestT(Instant newest) {
        return newest.minus(history.longestLookback()).minus(firstResponses());
    }

    /**
     * A lower bound of the newest date that the first run knows. A batch of open sessions may be published before the newest
     * completed session is known. Its offset then stores the T of the open ones, which counts in the next run.
     */
    private Optional<Instant> newestKnown() {
        return history.restarts().isEmpty()
                ? newestCompleted()
                : newestCompleted()
                        .map(date -> oldestOpen().filter(date::isAfter).orElse(date));
    }

    private Optional<Instant> oldestOpen() {
        return history.sessions().stream()
                .filter(session -> session.isOpenAfter(history.begin()))
                .flatMap(session -> session.dates(SessionStream.IN_PROGRESS).stream())
                .min(Comparator.naturalOrder());
    }

    private static java.util.stream.Stream<Instant> ends(List<ModelSession> lives) {
        return lives.stream()
                .filter(life -> life.end().isPresent())
                .flatMap(life -> life.dates(SessionStream.COMPLETED).stream());
    }

    /** The newest session that is completed when reading begins. */
    private Optional<Instant> newestCompleted() {
        Instant clock = history.begin().truncatedTo(ChronoUnit.SECONDS);
        return history.sessions().stream()
                .filter(session -> session.visible(SessionStream.COMPLETED, history.begin()))
                .filter(session -> session.removed().isEmpty())
                .map(session -> Collections.min(session.dates(SessionStream.COMPLETED)))
                .filter(date -> !date.isAfter(clock))
                .max(Comparator.naturalOrder());
    }

    /** The maximum time until the first responses of both streams. */
    private Duration firstResponses() {
        return history.trouble().stream()
                .map(History.Trouble::length)
                .reduce(Duration.ofSeconds(30).plus(history.longestLatency().multipliedBy(2)), Duration::plus);
    }

    /** "Offsets stay under 512 KiB", for they remember the lookback and little more. */
    private void bounded(SessionStream stream) {
        StreamOffset offset = reading.offsets().get(stream);
        if (offset == null || offset.memory().isEmpty()) {
            return;
        }
        assertThat(offset.toMap().toString()).hasSizeLessThan(512 << 10);
        if (history.sessions().stream().anyMatch(ModelSession::isAhead)) {
            // The position then says nothing of what time it was.
            return;
        }
        // What is settled is settled by requests that were made after a later date had been shown.
        Optional<Instant> shownBefore = reading.positionLongBeforeTheLast(stream, history.longestDelay());
        Instant least = shownBefore.orElse(Instant.MIN).equals(Instant.MIN)
                ? Instant.MIN
                : shownBefore.get().minus(history.longestLookback()).minus(history.longestDelay());
        assertThat(reading.remembered(stream))
                .as("dates remembered in %s", stream)
                .allMatch(least::isBefore);
    }
}
