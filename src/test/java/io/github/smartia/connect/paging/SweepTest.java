package io.github.smartia.connect.paging;

import static io.github.smartia.connect.paging.SweepScript.NINE;
import static io.github.smartia.connect.paging.SweepScript.answer;
import static io.github.smartia.connect.paging.SweepScript.ask;
import static io.github.smartia.connect.paging.SweepScript.askForAllThereIs;
import static io.github.smartia.connect.paging.SweepScript.ids;
import static io.github.smartia.connect.paging.SweepScript.names;
import static io.github.smartia.connect.paging.SweepScript.rising;
import static io.github.smartia.connect.paging.SweepScript.same;
import static io.github.smartia.connect.paging.SweepScript.sweep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SweepTest {

    @Test
    void anEmptyStreamIsReadByOneRequest() {
        Sweep sweep = sweep(2);
        PageRequest head = ask(sweep);

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

        PageRequest next = ask(sweep);
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
        PageRequest needed = ask(sweep);
        PageRequest late = ask(sweep);
        answer(sweep, needed, 4, "c@0", "d@0");
        assertThat(ids(sweep)).containsExactly("a", "b", "c", "d");
        answer(sweep, ask(sweep), 4, "e@7", "f@7");
        assertThat(ids(sweep)).isEmpty();
        answer(sweep, ask(sweep), 4, "e@7", "f@7");
        assertThat(ids(sweep)).isEmpty();
        PageRequest first = ask(sweep);

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
                .isInstanceOf(InconsistentResponsesException.class)
                .hasMessageContaining("counts 3 sessions")
                .hasMessageContaining("shows 2");
    }

    @Test
    void pagesAreAskedForAheadAndJoinUpWhereTheyOverlap() {
        Sweep sweep = firstOfThreePages();
        PageRequest head = ask(sweep);
        PageRequest ahead = ask(sweep);
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

        PageRequest gap = ask(sweep);
        assertThat(gap.query().after()).contains(NINE.plusMillis(17));
        answer(sweep, gap, 12, rising(18, 28));

        assertThat(ids(sweep)).containsExactly(names(18, 30));
        assertThat(sweep.done()).isTrue();
    }

    @Test
    void noPageIsAskedForThatBeginsBeforeWhatATieGroupHasBrought() {
        Sweep sweep = firstOfThreePages(100);
        PageRequest head = ask(sweep);
        PageRequest ahead = ask(sweep);
        askForAllThereIs(sweep);
        answer(sweep, head, 91, same(9, 0, 10));
        assertThat(ids(sweep)).isEmpty();
        for (int from = 0; from < 50; from += 10) {
            answer(sweep, ask(sweep), 50, same(9, from, from + 10));
        }
        assertThat(ids(sweep)).hasSize(50);

        answer(sweep, ahead, 91, same(9, 6, 16));
        assertThat(ids(sweep)).isEmpty();

        assertThat(askForAllThereIs(sweep))
                .allSatisfy(ask -> assertThat(ask.query().offset()).isNotNegative());
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
        return firstOfThreePages(30);
    }

    private static Sweep firstOfThreePages(int total) {
        Sweep sweep = sweep(10);
        answer(sweep, ask(sweep), total, rising(0, 10));
        assertThat(ids(sweep)).containsExactly(names(0, 9));
        return sweep;
    }
}
