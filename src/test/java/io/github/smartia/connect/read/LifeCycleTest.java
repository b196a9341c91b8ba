package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    private static final long ID = 7;

    private final OpenSessions sessions = new OpenSessions();
    private final StreamState completed = state(SessionStream.COMPLETED);
    private final Opening opening = new Opening(sessions, completed);

    @Test
    void whatWasOpenedIsClosedOnce() {
        Closing closing = new Closing(sessions, completed, Optional.empty());
        opening.published(session("08:00", "09:00"), ID);

        assertThat(closing.published(session("08:00", "09:00"), ID)).isTrue();
        assertThat(closing.published(session("08:00", "09:00"), ID)).isFalse();
    }

    @Test
    void whatWasNeverOpenedIsNotClosed() {
        Closing closing = new Closing(sessions, completed, Optional.empty());

        assertThat(closing.published(session("08:00", "09:00"), ID)).isFalse();
    }

    @Test
    void whatIsCompletedIsNotOpenedAgain() {
        completed.published(
                Position.startOf(at("09:00")),
                new Fingerprint(ID, 1, at("09:00").toEpochMilli()));

        assertThat(opening.admits(ID)).isFalse();
        assertThat(opening.admits(8)).isTrue();
    }

    @Test
    void whatIsOpenIsInOneOffsetAndWhatWasClosedSinceInTheOther() {
        Closing closing = new Closing(sessions, completed, Optional.empty());
        opening.published(session("08:00", "09:00"), ID);
        assertThat(opening.ids()).containsExactly(ID);
        closing.published(session("08:00", "09:00"), ID);
        assertThat(closing.ids()).containsExactly(ID);

        opening.idsAreKept();

        assertThat(closing.ids()).isEmpty();
    }

    @Test
    void inDoubtIsWhatEndedBeforeBothStreamsWereReadAfterACrash() {
        Closing closing = new Closing(sessions, completed, Optional.of(doubt()));
        assertThat(closing.published(session("08:00", "08:10"), 1))
                .as("ended among what was forgotten")
                .isFalse();
        assertThat(closing.published(session("08:00", "09:00"), 2)).isTrue();

        completed.published(
                Position.startOf(at("09:00")), new Fingerprint(2, 1, at("09:00").toEpochMilli()));
        closing.caughtUp();
        assertThat(closing.published(session("08:00", "10:00"), 3))
                .as("one stream only was read")
                .isTrue();
        opening.caughtUp();
        closing.caughtUp();

        assertThat(closing.published(session("08:00", "09:00"), 4)).as("late").isTrue();
        assertThat(closing.published(session("08:00", "10:00"), 5)).isFalse();
    }

    @Test
    void whateverCompletesIsInDoubtOnceAMalformedSessionWasSeenInProgress() {
        Closing closing = new Closing(sessions, completed, Optional.of(doubt()));
        opening.sawMalformed();
        opening.caughtUp();
        closing.caughtUp();

        assertThat(closing.published(session("08:00", "10:00"), ID)).isTrue();
    }

    @Test
    void aStreamThatIsReadAloneOpensAndClosesNothingAndForgetsNothing() {
        LifeCycle alone = new Keeping(List.of(8L));

        assertThat(alone.admits(ID)).isTrue();
        assertThat(alone.published(session("08:00", "09:00"), ID)).isFalse();
        assertThat(alone.ids()).containsExactly(8L);
    }

    @Test
    void thereIsNoDoubtOfWhatWasPublishedAsCompletedBeforeTheCrash() {
        completed.published(
                Position.startOf(at("09:00")),
                new Fingerprint(ID, 1, at("09:00").toEpochMilli()));
        Closing closing = new Closing(sessions, completed, Optional.of(doubt()));

        assertThat(closing.published(session("08:30", "09:00"), ID))
                .as("changed")
                .isFalse();
    }

    private CrashWindow doubt() {
        return CrashWindow.openedBy(completed, at("08:10"));
    }

    /** A stream that goes on from eight. */
    private static StreamState state(SessionStream stream) {
        ReadSettings settings = new ReadSettings(
                List.of(stream),
                Optional.of(at("08:00")),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                100,
                4,
                true,
                false,
                false);
        return StreamState.fresh(stream, new KeyedContentHash("a secret"), settings);
    }

    private static Session session(String start, String end) {
        return Sessions.aSession()
                .startedAt(at(start).toString())
                .completedAt(at(end).toString())
                .build();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-06T" + time + ":00.000Z");
    }
}
