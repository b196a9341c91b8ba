package io.github.smartia.connect.paging;

import static io.github.smartia.connect.paging.SweepScript.NINE;
import static io.github.smartia.connect.paging.SweepScript.ids;
import static io.github.smartia.connect.paging.SweepScript.names;
import static io.github.smartia.connect.paging.SweepScript.receive;
import static io.github.smartia.connect.paging.SweepScript.request;
import static io.github.smartia.connect.paging.SweepScript.rising;
import static io.github.smartia.connect.paging.SweepScript.same;
import static io.github.smartia.connect.paging.SweepScript.session;
import static io.github.smartia.connect.paging.SweepScript.sweep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep step by step: which request comes next, and what a response proves. */
class SweepTest {

    private static final Entry UNDATED =
            new MalformedSession(Optional.empty(), Optional.empty(), Optional.empty(), "endDate", "is missing", "{}");

    @Test
    void allHistoryIsRequestedWithoutBounds() {
        assertThat(request(sweep(Instant.MIN, 10, 5)).query().after()).isEmpty();
    }

    @Test
    void emptyStreamTakesOneRequest() {
        Sweep sweep = sweep(10);
        receive(sweep, request(sweep), 0);

        assertThat(ids(sweep)).isEmpty();
        assertThat(sweep.isDone()).isTrue();
        assertThat(sweep.nextRequest()).isEmpty();
    }

    @Test
    void lastSecondOfAFullPageIsHeld() {
        Sweep sweep = sweep(2);
        receive(sweep, request(sweep), 3, "a@1", "b@2");
        assertThat(ids(sweep)).containsExactly("a");

        PageRequest next = request(sweep);
        assertThat(next.query().after()).contains(NINE.plusSeconds(2).minusMillis(1));
        receive(sweep, next, 2, "c@2", "b@2");
        assertThat(ids(sweep)).as("a full page is never the last").isEmpty();

        assertThat(request(sweep).query().before()).contains(NINE.plusSeconds(3));
    }

    @Test
    void datesInOrderDoNotProveSorting() {
        Sweep sweep = sweep(3);
        receive(sweep, request(sweep), 6, "a@0.1", "b@0.5", "d@0.7");
        assertThat(ids(sweep)).isEmpty();

        assertThat(request(sweep).query().before()).as("the whole second").contains(NINE.plusSeconds(1));
    }

    /** Four of 16 come in the same order by chance in one of 43,680 pairs of pages. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void pagesSharingFewOfFewTiesAreNotConnected(int shared) {
        Sweep sweep = sweep(10);
        receive(sweep, request(sweep), 30, same(0, 0, 10));
        assertThat(ids(sweep)).isEmpty();
        receive(sweep, request(sweep), 30, same(0, 10 - shared, 20 - shared));
        assertThat(ids(sweep)).isEmpty();

        assertThat(request(sweep).query().before()).as("the whole second").contains(NINE.plusSeconds(1));
    }

    @Test
    void pagesSharingFourOfManyTiesAreConnected() {
        Sweep sweep = sweep(20);
        receive(sweep, request(sweep), 51, same(0, 0, 20));
        receive(sweep, request(sweep), 51, same(0, 16, 36));
        receive(sweep, request(sweep), 51, same(0, 32, 51));

        assertThat(ids(sweep)).hasSize(51);
        assertThat(sweep.isDone()).isTrue();
    }

    @Test
    void shortPageIsLastIfTheApiCountsNoMore() {
        Sweep sweep = sweep(10);
        receive(sweep, request(sweep), 20, rising(0, 7));
        assertThat(ids(sweep)).containsExactly(names(0, 6));
        assertThat(sweep.isDone()).isFalse();

        receive(sweep, request(sweep), 3, rising(6, 9));

        assertThat(ids(sweep)).containsExactly(names(6, 9));
        assertThat(sweep.isDone()).isTrue();
    }

    @Test
    void overlappingPagesAheadAreConnected() {
        Sweep sweep = firstOfThreePages();
        PageRequest head = request(sweep);
        PageRequest ahead = request(sweep);
        assertThat(ahead.query().offset()).isEqualTo(6);

        receive(sweep, ahead, 21, rising(15, 25));
        assertThat(ids(sweep)).as("the page before is still in flight").isEmpty();
        receive(sweep, head, 21, rising(9, 19));

        assertThat(ids(sweep)).containsExactly(names(9, 24));
    }

    @Test
    void gapAfterVanishedSessionsIsReadAgain() {
        Sweep sweep = firstOfThreePages();
        receive(sweep, request(sweep), 21, rising(9, 19));
        receive(sweep, request(sweep), 16, rising(20, 30));
        assertThat(ids(sweep)).as("19 was not shown").containsExactly(names(9, 18));

        PageRequest gap = request(sweep);
        assertThat(gap.query().after()).contains(NINE.plusSeconds(18).minusMillis(1));
        receive(sweep, gap, 12, rising(18, 28));

        assertThat(ids(sweep)).containsExactly(names(18, 29));
    }

    @Test
    void olderPageAheadAddsNothingToANewerOne() {
        Sweep sweep = firstOfThreePages();
        PageRequest head = request(sweep);
        PageRequest ahead = request(sweep);
        receive(sweep, ahead, 8, "018@18", "019@19");
        receive(
                sweep, head, 11, "009@9", "010@10", "011@11", "012@12", "013@13", "014@14", "015@15", "016@16",
                "018@18", "new@30");

        assertThat(ids(sweep))
                .as("of two that came at once the older page lacks one")
                .doesNotContain("new");
    }

    @Test
    void unavailablePageAheadIsNotRequestedAgain() {
        Sweep sweep = firstOfThreePages();
        PageRequest head = request(sweep);
        sweep.unavailable(request(sweep));
        receive(sweep, head, 21, rising(9, 19));

        assertThat(ids(sweep)).containsExactly(names(9, 18));
        assertThat(request(sweep).query().offset()).isZero();
        assertThat(sweep.nextRequest()).isEmpty();
    }

    @Test
    void responseForAnEarlierReadOfTiesIsIgnored() {
        Sweep sweep = sweep(2);
        receive(sweep, request(sweep), 6, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();
        PageRequest early = request(sweep);
        sweep.unavailable(early);
        receive(sweep, request(sweep), 6, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();

        receive(sweep, early, 2, "a@0", "b@0");

        assertThat(ids(sweep)).isEmpty();
    }

    @Test
    void changedTotalRestartsTheCountOfTies() {
        Sweep sweep = sweep(2);
        receive(sweep, request(sweep), 6, "a@0", "b@0");
        assertThat(ids(sweep)).isEmpty();
        receive(sweep, request(sweep), 4, "a@0", "b@0");
        receive(sweep, request(sweep), 3, "c@0");

        assertThat(ids(sweep))
                .as("a may have gone, and d have been there all along")
                .isEmpty();
    }

    @Test
    void emptyPageWithATotalIsRequestedThreeTimes() {
        Sweep sweep = sweep(10);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(sweep.isDone()).isFalse();
            receive(sweep, request(sweep), 5);
            assertThat(ids(sweep)).isEmpty();
        }

        assertThat(sweep.isDone()).isTrue();
        assertThat(sweep.takeInconsistencies()).singleElement().asString().contains("counts 5 more sessions");
    }

    @Test
    void unreadablePageIsRequestedInHalves() {
        Sweep sweep = sweep(10);
        List<Integer> limits = new ArrayList<>();
        for (int attempt = 0; attempt < 4; attempt++) {
            PageRequest head = request(sweep);
            limits.add(head.query().limit());
            sweep.unavailable(head);
        }
        assertThat(limits).containsExactly(10, 5, 2, 1);

        PageRequest behind = request(sweep);
        assertThat(behind.query().offset()).isEqualTo(1);
        receive(sweep, behind, 3, "b@5");
        assertThat(ids(sweep)).isEmpty();
        PageRequest again = request(sweep);
        assertThat(again.query().offset()).as("now that the API responds").isZero();
        sweep.unavailable(again);
        receive(sweep, request(sweep), 3, "b@5");

        assertThat(sweep.nextSegment().orElseThrow().coveredTo()).isEqualTo(NINE.plusSeconds(5));
        assertThat(sweep.takeInconsistencies()).singleElement().asString().contains("can't be read");
        assertThat(request(sweep).query().limit()).as("larger pages again").isEqualTo(2);
    }

    /** The API recovers from an outage, with a status of 200, at any of the requests. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 9, 12, 13, 14, 100, 107})
    void nothingIsSkippedWhileNothingIsReadable(int failures) {
        Sweep sweep = sweep(10);
        for (int attempt = 0; attempt < failures; attempt++) {
            sweep.unavailable(request(sweep));
        }
        List<String> ids = new ArrayList<>();
        for (int request = 0; request < 20 && !sweep.isDone(); request++) {
            PageRequest head = request(sweep);
            long from = Duration.between(NINE, head.query().after().orElseThrow())
                    .plusMillis(1)
                    .toSeconds();
            int first = (int) from + head.query().offset();
            int to = Math.min(20, first + head.query().limit());
            receive(sweep, head, 20 - from, rising(first, to));
            ids.addAll(ids(sweep));
        }

        assertThat(ids).startsWith(names(0, 9));
        assertThat(sweep.takeInconsistencies()).isEmpty();
    }

    @Test
    void undatedEntryHasTheDateOfItsNeighbour() {
        Sweep sweep = sweep(10);
        List<Entry> entries = List.of(UNDATED, session("a@1"), UNDATED, session("b@2"));
        sweep.received(request(sweep), new SessionPage(entries, 4));

        assertThat(sweep.nextSegment().orElseThrow().entries())
                .extracting(PositionedEntry::date)
                .containsExactly(NINE.plusSeconds(1), NINE.plusSeconds(1), NINE.plusSeconds(1), NINE.plusSeconds(2));
    }

    /** The last sessions have dates in another form, which can't be read. */
    @Test
    void lastPageWithoutAnyDateIsConnected() {
        Sweep sweep = sweep(100);
        List<Entry> entries = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> entries.add(session("%03d@%d".formatted(i, i))));
        IntStream.range(60, 100).forEach(i -> entries.add(undated(i)));
        sweep.received(request(sweep), new SessionPage(entries, 101));
        PageRequest ahead = request(sweep);
        List<Entry> last = entries.subList(ahead.query().offset(), 100);
        assertThat(ids(sweep)).hasSizeGreaterThan(50);
        sweep.received(
                ahead,
                new SessionPage(
                        Stream.concat(last.stream(), Stream.of(undated(100))).toList(), 101));

        ids(sweep);

        assertThat(sweep.isDone()).isTrue();
    }

    private static Entry undated(int i) {
        return new MalformedSession(
                Optional.of("s" + i), Optional.empty(), Optional.empty(), "endDate", "is wrong", "{\"" + i + "\"}");
    }

    @Test
    void undatedPageIsRequestedAsLargeAsPossible() {
        Sweep sweep = sweep(2);
        sweep.received(request(sweep), new SessionPage(List.of(UNDATED, UNDATED), 200));
        assertThat(ids(sweep)).isEmpty();
        PageRequest widest = request(sweep);
        assertThat(widest.query().limit()).isEqualTo(100);
        sweep.received(widest, new SessionPage(Collections.nCopies(100, UNDATED), 200));

        assertThatThrownBy(() -> ids(sweep))
                .isInstanceOf(MalformedSessionException.class)
                .hasMessageContaining("on a whole page, no session has a readable endDate");
    }

    /** The first ten of about thirty sessions were read, a second apart. */
    private static Sweep firstOfThreePages() {
        Sweep sweep = sweep(10);
        receive(sweep, request(sweep), 30, rising(0, 10));
        assertThat(ids(sweep)).containsExactly(names(0, 9));
        return sweep;
    }
}
