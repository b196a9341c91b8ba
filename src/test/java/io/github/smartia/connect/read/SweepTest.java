package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.SessionPage;
import io.github.smartia.connect.api.SessionQuery;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    @Test
    void anEmptyStreamIsReadByOneRequest() {
        Sweep sweep = sweep(2);
        Ask head = ask(sweep);

        answer(sweep, head, 0);

        assertThat(ids(sweep)).isEmpty();
        assertThat(sweep.done()).isTrue();
        assertThat(sweep.nextAsk()).isEmpty();
    }

    @Test
    void allOfHistoryIsAskedForWithoutABound() {
        Sweep sweep = new Sweep(SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 10), Instant.MIN, 5, () -> 0);

        assertThat(ask(sweep).query().after()).isEmpty();
    }

    @Test
    void theLastDateOfAFullPageIsHeldBackUntilAnotherShowsAllOfIt() {
        Sweep sweep = sweep(2);
        answer(sweep, ask(sweep), 3, "a@1", "b@2");
        assertThat(ids(sweep)).containsExactly("a");

        Ask next = ask(sweep);
        assertThat(next.query().after()).contains(NINE.plusMillis(1));
        answer(sweep, next, 2, "c@2", "b@2");
        assertThat(ids(sweep)).containsExactly("b", "c");
        assertThat(sweep.done()).isTrue();
    }

    @Test
    void aMillisecondWithMoreThanAPageIsReadUntilAsManyWereSeenAsTheApiCounts() {
        Sweep sweep = sweep(2);
        answer(sweep, ask(sweep), 4, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();

        answer(sweep, ask(sweep), 3, "b@0", "c@0");
        answer(sweep, ask(sweep), 3, "c@0");
        assertThat(ids(sweep)).as("one is still missing").isEmpty();

        answer(sweep, ask(sweep), 3, "a@0", "c@0");
        assertThat(ids(sweep)).containsExactly("a", "b", "c");
        answer(sweep, ask(sweep), 1, "d@5");
        assertThat(ids(sweep)).containsExactly("d");
        assertThat(sweep.done()).isTrue();
    }

    @Test
    void whatWasSeenBeforeTheCountChangedCountsNoMore() {
        Sweep sweep = tiesOfTwoPages();
        answer(sweep, ask(sweep), 4, "a@0", "b@0");

        answer(sweep, ask(sweep), 3, "c@0");

        assertThat(ids(sweep))
                .as("a may have gone, and d have been there all along")
                .isEmpty();
    }

    @Test
    void anAnswerThatComesAfterItsGroupWasCompleteIsNotTakenForThatOfTheNext() {
        Sweep sweep = tiesOfTwoPages();
        answer(sweep, ask(sweep), 4, "a@0", "b@0");
        answer(sweep, ask(sweep), 4, "b@0");
        Ask needed = ask(sweep);
        Ask late = ask(sweep);
        answer(sweep, needed, 4, "c@0", "d@0");
        assertThat(ids(sweep)).containsExactly("a", "b", "c", "d");
        answer(sweep, ask(sweep), 4, "e@7", "f@7");
        assertThat(ids(sweep)).isEmpty();
        answer(sweep, ask(sweep), 4, "e@7", "f@7");
        assertThat(ids(sweep)).isEmpty();
        Ask first = ask(sweep);

        answer(sweep, late, 4, "a@0", "b@0");
        answer(sweep, first, 4, "e@7", "f@7");

        assertThat(ids(sweep)).as("two of the second group were not seen yet").isEmpty();
    }

    @Test
    void anApiThatCountsWhatItNeverShowsIsFoundOut() {
        Sweep sweep = tiesOfTwoPages();

        assertThatThrownBy(() -> {
                    for (int requests = 0; requests < 100; requests++) {
                        answer(sweep, ask(sweep), 3, "a@0", "b@0");
                    }
                })
                .isInstanceOf(InconsistentAnswersException.class)
                .hasMessageContaining("counts 3 sessions")
                .hasMessageContaining("shows 2");
    }

    @Test
    void pagesAreAskedForAheadAndJoinUpWhereTheyOverlap() {
        Sweep sweep = firstOfThreePages();
        Ask head = ask(sweep);
        Ask ahead = ask(sweep);
        assertThat(ahead.query().offset()).isEqualTo(6);

        answer(sweep, ahead, 21, rising(15, 25));
        assertThat(ids(sweep)).as("the page before is still out").isEmpty();
        answer(sweep, head, 21, rising(9, 19));

        assertThat(ids(sweep)).containsExactly(names(9, 24));
    }

    @Test
    void whereSessionsVanishedBetweenTwoPagesTheGapIsReadOnceMore() {
        Sweep sweep = firstOfThreePages();
        answer(sweep, ask(sweep), 21, rising(9, 19));
        answer(sweep, ask(sweep), 16, rising(20, 30));
        assertThat(ids(sweep)).as("19 was not shown").containsExactly(names(9, 18));

        Ask gap = ask(sweep);
        assertThat(gap.query().after()).contains(NINE.plusMillis(17));
        answer(sweep, gap, 12, rising(18, 28));

        assertThat(ids(sweep)).containsExactly(names(18, 30));
        assertThat(sweep.done()).isTrue();
    }

    /** A full page of one date was answered, of which there are more. */
    private static Sweep tiesOfTwoPages() {
        Sweep sweep = sweep(2);
        answer(sweep, ask(sweep), 6, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();
        return sweep;
    }

    /** The first ten of about thirty sessions were read, a millisecond apart. */
    private static Sweep firstOfThreePages() {
        Sweep sweep = sweep(10);
        answer(sweep, ask(sweep), 30, rising(0, 10));
        assertThat(ids(sweep)).containsExactly(names(0, 9));
        return sweep;
    }

    private static Sweep sweep(int pageSize) {
        return new Sweep(SessionQuery.of(Status.COMPLETED, DateField.END_DATE, pageSize), NINE, 5, () -> 0);
    }

    private static Ask ask(Sweep sweep) {
        return sweep.nextAsk().orElseThrow();
    }

    /** Sessions a millisecond apart. */
    private static String[] rising(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "%03d@%d".formatted(i, i))
                .toArray(String[]::new);
    }

    private static String[] names(int from, int to) {
        return IntStream.range(from, to).mapToObj("%03d"::formatted).toArray(String[]::new);
    }

    /** @param sessions as {@code id@milliseconds after nine} */
    private static void answer(Sweep sweep, Ask ask, long total, String... sessions) {
        List<Entry> entries = Arrays.stream(sessions).map(SweepTest::session).toList();
        sweep.answered(ask, new SessionPage(entries, total, ask.query().limit(), Optional.empty()));
    }

    private static Entry session(String text) {
        int at = text.indexOf('@');
        Instant end = NINE.plusMillis(Long.parseLong(text.substring(at + 1)));
        return aSession().id(text.substring(0, at)).completedAt(end.toString()).build();
    }

    private static List<String> ids(Sweep sweep) {
        List<String> ids = new ArrayList<>();
        for (Optional<Chunk> chunk = sweep.next(); chunk.isPresent(); chunk = sweep.next()) {
            chunk.get().entries().forEach(entry -> ids.add(entry.position().sessionId()));
        }
        return ids;
    }
}
