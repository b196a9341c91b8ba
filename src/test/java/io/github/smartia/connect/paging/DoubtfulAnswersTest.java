package io.github.smartia.connect.paging;

import static io.github.smartia.connect.paging.SweepScript.NINE;
import static io.github.smartia.connect.paging.SweepScript.answer;
import static io.github.smartia.connect.paging.SweepScript.answerWithLimit;
import static io.github.smartia.connect.paging.SweepScript.ask;
import static io.github.smartia.connect.paging.SweepScript.ids;
import static io.github.smartia.connect.paging.SweepScript.names;
import static io.github.smartia.connect.paging.SweepScript.rising;
import static io.github.smartia.connect.paging.SweepScript.same;
import static io.github.smartia.connect.paging.SweepScript.session;
import static io.github.smartia.connect.paging.SweepScript.sweep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a sweep makes of answers that are not quite as documented: it may stop short, yet never skips a session. */
public class DoubtfulAnswersTest {

    @Test
    void aPageThatIsShortWithoutBeingTheLastIsReadOnFrom() {
        Sweep sweep = sweep(10);
        answer(sweep, ask(sweep), 20, rising(0, 7));
        assertThat(ids(sweep)).containsExactly(names(0, 6));
        assertThat(sweep.done()).isFalse();

        PageRequest next = ask(sweep);
        assertThat(next.query().after()).contains(NINE.plusMillis(5));
        answer(sweep, next, 14, rising(6, 16));

        assertThat(ids(sweep)).containsExactly(names(6, 15));
    }

    @Test
    void whatTheApiCountsBehindAShortPageOfOneDateIsLookedFor() {
        Sweep sweep = sweep(10);
        answer(sweep, ask(sweep), 13, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();
        answer(sweep, ask(sweep), 2, "a@0", "b@0");
        assertThat(ids(sweep)).containsExactly("a", "b");

        answer(sweep, ask(sweep), 1, "c@5");

        assertThat(ids(sweep)).containsExactly("c");
        assertThat(sweep.done()).isTrue();
    }

    @Test
    void anEmptyPageIsTheLastWhateverTheApiCounts() {
        Sweep sweep = sweep(10);
        answer(sweep, ask(sweep), 1_000);

        assertThat(ids(sweep)).isEmpty();
        assertThat(sweep.done()).isTrue();
    }

    @Test
    void aPageInAnotherOrderProvesNothing() {
        Sweep sweep = sweep(10);
        PageRequest head = ask(sweep);

        assertThatThrownBy(() -> answer(sweep, head, 3, "c@3", "b@2", "a@1"))
                .isInstanceOf(InconsistentResponsesException.class)
                .hasMessageContaining("order of endDate");
    }

    @Test
    void anApiThatDoesNotReadOnFromADateIsFoundOut() {
        Sweep sweep = sweep(10);
        answer(sweep, ask(sweep), 1_000, rising(-20, -10));

        assertThatThrownBy(() -> ids(sweep))
                .isInstanceOf(InconsistentResponsesException.class)
                .hasMessageContaining("shows earlier ones");
    }

    @Test
    void anApiThatShowsLaterDatesThanAskedForIsFoundOut() {
        Sweep sweep = sweep(2);
        answer(sweep, ask(sweep), 4, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();
        PageRequest ties = ask(sweep);

        assertThatThrownBy(() -> answer(sweep, ties, 4, "b@0", "c@2"))
                .isInstanceOf(InconsistentResponsesException.class)
                .hasMessageContaining("of one date and shows others");
    }

    @Test
    void neighboursByAFractionOfAMillisecondCountAndAreNotOfTheGroup() {
        Sweep sweep = sweep(2);
        answer(sweep, ask(sweep), 4, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();

        answer(sweep, ask(sweep), 4, "neighbour@1", "a@0");
        answer(sweep, ask(sweep), 4, "b@0", "c@0");

        assertThat(ids(sweep)).containsExactly("a", "b", "c");
    }

    @Test
    void whatHasNoReadableDateStaysInItsGroupWhoeverStandsBesideIt() {
        Sweep sweep = sweep(2);
        answer(sweep, ask(sweep), 4, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();

        List<Entry> entries = List.of(session("neighbour@1"), withoutDates());
        sweep.answered(ask(sweep), new SessionPage(entries, 4, 2));
        answer(sweep, ask(sweep), 4, "a@0", "b@0");

        assertThat(sweep.next().orElseThrow().entries())
                .extracting(PositionedEntry::entry)
                .containsExactlyInAnyOrder(session("a@0"), session("b@0"), withoutDates());
    }

    @Test
    void anApiThatCountsAnewWithEveryPageIsFoundOut() {
        Sweep sweep = sweep(2);
        answer(sweep, ask(sweep), 4, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();

        assertThatThrownBy(() -> {
                    for (int requests = 0; requests < 1_000; requests++) {
                        answer(sweep, ask(sweep), 3 + requests % 2, "a@0", "b@0");
                    }
                })
                .isInstanceOf(InconsistentResponsesException.class)
                .hasMessageContaining("with every page");
    }

    @Test
    void tiesAreReadPageByPageHoweverSmallThePagesTurnOutToBe() {
        Sweep sweep = sweep(10);
        answerWithLimit(sweep, ask(sweep), 9, 3, same(0, 0, 3));
        assertThat(ids(sweep)).isEmpty();

        for (int from = 0; from < 9; from += 3) {
            PageRequest ask = ask(sweep);
            assertThat(ask.query().offset()).isEqualTo(from);
            answerWithLimit(sweep, ask, 9, 3, same(0, from, from + 3));
        }

        assertThat(ids(sweep)).hasSize(9);
    }

    @Test
    void aPageAheadThatBeginsWithAnUnreadableDateDoesNotCloseAGap() {
        Sweep sweep = sweep(10);
        answer(sweep, ask(sweep), 30, rising(0, 10));
        assertThat(ids(sweep)).containsExactly(names(0, 9));
        PageRequest head = ask(sweep);
        PageRequest ahead = ask(sweep);
        answer(sweep, head, 21, rising(9, 19));
        assertThat(ids(sweep)).containsExactly(names(9, 18));

        List<Entry> entries = new ArrayList<>(List.of(withoutDates()));
        Stream.of(rising(20, 29)).forEach(text -> entries.add(session(text)));
        sweep.answered(ahead, new SessionPage(entries, 21, 10));

        assertThat(ids(sweep)).as("19 was not shown").isEmpty();
        assertThat(ask(sweep).query().after()).contains(NINE.plusMillis(17));
    }

    @Test
    void whatHasNoReadableDateIsDatedByItsNeighbour() {
        Sweep sweep = sweep(10);
        List<Entry> entries = List.of(withoutDates(), session("a@1"), withoutDates(), session("b@2"));
        sweep.answered(ask(sweep), new SessionPage(entries, 4, 10));

        assertThat(sweep.next().orElseThrow().entries())
                .extracting(PositionedEntry::date)
                .containsExactly(NINE.plusMillis(1), NINE.plusMillis(1), NINE.plusMillis(1), NINE.plusMillis(2));
    }

    private static Entry withoutDates() {
        return new MalformedSession(
                Optional.empty(), Optional.empty(), Optional.empty(), "endDate", "is missing", "{}");
    }
}
