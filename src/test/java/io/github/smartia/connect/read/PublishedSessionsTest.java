package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.offset.Fingerprint;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublishedSessionsTest {

    private final PublishedSessions published = new PublishedSessions();

    @Test
    void publishedContentIsRecognised() {
        published.add(new Fingerprint(1, 10, 100));

        assertThat(published.recognises(new Fingerprint(1, 10, 100))).isTrue();
        assertThat(published.recognises(new Fingerprint(2, 10, 100))).isFalse();
    }

    @Test
    void changedContentIsNotRecognised() {
        published.add(new Fingerprint(1, 10, 100));

        assertThat(published.recognises(new Fingerprint(1, 11, 100))).isFalse();
        assertThat(published.containsId(1)).isTrue();
    }

    @Test
    void unknownContentIsLearned() {
        published.add(new Fingerprint(1, Fingerprint.UNKNOWN_CONTENT, 100));

        assertThat(published.recognises(new Fingerprint(1, 10, 100))).isTrue();
        assertThat(published.recognises(new Fingerprint(1, 11, 100))).isFalse();
    }

    /** The session was begun again, or moved, since an earlier run published it. */
    @Test
    void unknownContentDiffersAtAnotherDate() {
        published.add(new Fingerprint(1, Fingerprint.UNKNOWN_CONTENT, 100));

        assertThat(published.recognises(new Fingerprint(1, 5, 200))).isFalse();
        assertThat(published.recognises(new Fingerprint(1, 5, 100))).isTrue();
    }

    @Test
    void sessionsBeforeTheWatermarkAreForgotten() {
        published.add(new Fingerprint(1, 10, 99));
        published.add(new Fingerprint(2, 10, 100));

        published.forgetBefore(Instant.ofEpochMilli(100));

        assertThat(published.containsId(1)).isFalse();
        assertThat(published.containsId(2)).isTrue();
        assertThat(published.countBetween(Instant.MIN, Instant.MAX)).isEqualTo(1);
    }

    @Test
    void earliestSessionSaysWhetherAnyIsEarlier() {
        assertThat(published.holdsAnyBefore(Instant.MAX)).isFalse();
        published.add(new Fingerprint(1, 10, 100));

        assertThat(published.holdsAnyBefore(at(100))).isFalse();
        assertThat(published.holdsAnyBefore(at(101))).isTrue();
    }

    @Test
    void datesBefore1970AreInOrderToo() {
        published.add(new Fingerprint(1, 10, -100));

        assertThat(published.countBetween(Instant.MIN, at(0))).isEqualTo(1);
    }

    @Test
    void nothingIsForgottenBeforeAWatermark() {
        published.add(new Fingerprint(1, 10, 99));

        published.forgetBefore(Instant.MIN);

        assertThat(published.containsId(1)).isTrue();
        assertThat(published.latestFirst(Instant.MIN)).hasSize(1);
    }

    @Test
    void eachContentIsKeptOnceTheLatestLast() {
        published.add(new Fingerprint(1, 10, 100));
        for (int change = 0; change < 5; change++) {
            published.add(new Fingerprint(2, change % 2, 101));
        }

        assertThat(published.latestFirst(Instant.EPOCH))
                .containsExactly(new Fingerprint(2, 0, 101), new Fingerprint(2, 1, 101), new Fingerprint(1, 10, 100));
    }

    @Test
    void earlierContentIsRecognisedButNotLatest() {
        published.add(new Fingerprint(2, 7, 101));
        published.add(new Fingerprint(2, 8, 101));

        assertThat(published.recognises(new Fingerprint(2, 7, 101))).isTrue();
        assertThat(published.isLatest(new Fingerprint(2, 7, 101))).isFalse();
        assertThat(published.isLatest(new Fingerprint(2, 8, 101))).isTrue();
        assertThat(published.recognises(new Fingerprint(2, 9, 101))).isFalse();
    }

    @Test
    void earliestOfManyContentsAreForgotten() {
        for (int change = 0; change < 20; change++) {
            published.add(new Fingerprint(2, change, 101));
        }

        assertThat(published.latestFirst(Instant.EPOCH)).hasSize(8);
        assertThat(published.recognises(new Fingerprint(2, 11, 101))).isFalse();
        assertThat(published.recognises(new Fingerprint(2, 12, 101))).isTrue();
    }

    @Test
    void undatedSessionsAreKeptWhileThereIsRoom() {
        published.add(undated(0));
        published.forgetBefore(Instant.ofEpochMilli(100));
        assertThat(published.recognises(undated(0))).isTrue();

        for (int id = 1; id < PublishedSessions.MAX_UNDATED; id++) {
            published.add(undated(id));
        }
        assertThat(published.recognises(undated(0))).isTrue();
        published.add(undated(PublishedSessions.MAX_UNDATED));

        assertThat(published.recognises(undated(0))).as("seen last").isTrue();
        assertThat(published.recognises(undated(1))).as("not seen for longest").isFalse();
        assertThat(published.latestFirst(Instant.MAX)).startsWith(undated(0));
        assertThat(published.latestFirst(Instant.ofEpochMilli(100))).hasSize(PublishedSessions.MAX_UNDATED);
    }

    @Test
    void latestDateComesFirst() {
        published.add(new Fingerprint(1, 10, 300));
        published.add(new Fingerprint(2, 10, 100));
        published.add(new Fingerprint(3, 10, 200));

        assertThat(published.latestFirst(Instant.ofEpochMilli(200)))
                .extracting(Fingerprint::id)
                .containsExactly(1L, 3L);
    }

    @Test
    void expectedSessionsAreCounted() {
        published.add(new Fingerprint(1, 10, 100));
        published.add(new Fingerprint(2, 10, 200));
        published.add(new Fingerprint(3, 10, 300));
        assertThat(published.countBetween(at(100), at(300))).isEqualTo(2);

        assertThat(published.vanished(2)).isTrue();
        assertThat(published.vanished(2)).as("known").isFalse();
        assertThat(published.countBetween(at(100), at(300))).isEqualTo(1);
        published.shown(2);

        assertThat(published.countBetween(Instant.MIN, Instant.MAX)).isEqualTo(3);
    }

    @Test
    void changedSessionHasItsLatestDate() {
        published.add(new Fingerprint(1, 10, 100));
        published.add(new Fingerprint(1, 11, 500));

        assertThat(published.date(1)).contains(at(500));
        assertThat(published.idsBetween(at(100), at(500))).isEmpty();
        assertThat(published.idsBetween(at(500), Instant.MAX)).containsExactly(1L);
    }

    @Test
    void middleDateDividesTheSessionsInHalf() {
        for (int id = 0; id < 9; id++) {
            published.add(new Fingerprint(id, 10, id * 10L));
        }

        assertThat(published.middleBetween(at(0), at(50))).contains(at(20));
        assertThat(published.middleBetween(at(91), at(95))).isEmpty();
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static Fingerprint undated(int id) {
        return new Fingerprint(id, 10, Fingerprint.UNDATED);
    }
}
