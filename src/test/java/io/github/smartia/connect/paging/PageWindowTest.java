package io.github.smartia.connect.paging;

import static io.github.smartia.connect.paging.SweepScript.NINE;
import static io.github.smartia.connect.paging.SweepScript.rising;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which offsets are requested, how far ahead, and what is counted. */
class PageWindowTest {

    private final PageWindow window = window(20);

    @Test
    void pagesAheadOverlapByFourSessions() {
        receive(window.requestHead(), 20, 100);

        assertThat(window.requestPageAhead().query().offset()).isEqualTo(16);
        assertThat(window.requestPageAhead().query().offset()).isEqualTo(32);
    }

    @Test
    void requestsHaveDifferentNumbers() {
        assertThat(window.requestHead().number()).isZero();
        assertThat(window.requestPageAhead().number()).isEqualTo(1);
        assertThat(window.requestTies(window.tieQuery()).number()).isEqualTo(2);
    }

    @Test
    void nothingIsRequestedBeyondTheCount() {
        receive(window.requestHead(), 20, 32);
        assertThat(window.canReadAhead()).isTrue();

        window.requestPageAhead();

        assertThat(window.canReadAhead()).isFalse();
    }

    @Test
    void pagesInFlightOrHeldAreBounded() {
        receive(window.requestHead(), 20, 1_000);
        window.requestPageAhead();
        assertThat(window.canReadAhead()).isTrue();

        window.requestPageAhead();

        assertThat(window.canReadAhead()).as("three pages").isFalse();
    }

    @Test
    void nothingIsRequestedAheadBeforeTheFirstCount() {
        window.requestHead();

        assertThat(window.canReadAhead()).isFalse();
    }

    @Test
    void pagesOfFewerThanEightAreReadInTurn() {
        PageWindow eight = window(8);
        receive(eight, eight.requestHead(), 8, 100);
        PageWindow seven = window(7);
        receive(seven, seven.requestHead(), 7, 100);

        assertThat(eight.canReadAhead()).isTrue();
        assertThat(seven.canReadAhead()).isFalse();
    }

    @Test
    void offsetsDependOnThePageSizeShown() {
        receive(window.requestHead(), 12, 100);

        assertThat(window.requestPageAhead().query().offset()).isEqualTo(8);
        assertThat(window.requestPageAhead().query().offset()).isEqualTo(16);
    }

    @Test
    void rejectedOffsetIsNotRequestedAgain() {
        receive(window.requestHead(), 20, 100);
        window.requestPageAhead();
        window.unavailable(window.requestPageAhead());
        assertThat(window.canReadAhead()).isFalse();

        window.moveTo(NINE.plusSeconds(1), 0);
        assertThat(window.canReadAhead()).as("offset 32").isFalse();

        window.moveTo(NINE.plusSeconds(2), 1);
        assertThat(window.canReadAhead()).as("offset 31").isTrue();
    }

    @Test
    void rejectedRequestThatWasDroppedChangesNothing() {
        receive(window.requestHead(), 20, 100);
        PageRequest dropped = window.requestPageAhead();
        window.clear();
        receive(window.requestHead(), 20, 100);

        window.unavailable(dropped);

        assertThat(window.requestPageAhead().query().offset()).isEqualTo(16);
    }

    @Test
    void unavailableHeadKeepsThePagesAhead() {
        receive(window.requestHead(), 20, 100);
        window.takeFirstReceived();
        PageRequest ahead = window.requestPageAhead();
        receive(ahead, 20, 100);
        window.needHead();
        window.requestHead();

        window.headUnavailable();

        assertThat(window.headNeeded()).isTrue();
        window.requestHead();
        window.headUnavailable();
        assertThat(window.requestHead().query().limit()).isEqualTo(5);
        assertThat(window.isEmpty()).isFalse();
        window.headUnavailable();
        assertThat(window.isEmpty()).as("the page ahead is kept").isFalse();
    }

    @Test
    void countIsOfTheWholeSweepAndWhatRemains() {
        receive(window.requestHead(), 20, 100);
        window.takeFirstReceived();
        window.moveTo(NINE.plusSeconds(16), 16);
        receive(window.requestHead(), 20, 90);

        assertThat(window.anchorRank()).isEqualTo(16);
        assertThat(window.total()).isEqualTo(100);
        assertThat(window.remaining()).isEqualTo(90);

        window.moveTo(NINE.plusSeconds(200), 200);
        assertThat(window.remaining()).isZero();
    }

    @Test
    void gapDoublesTheOverlapUntilPagesConnectAgain() {
        receive(window.requestHead(), 20, 1_000);
        window.takeFirstReceived();
        PageRequest ahead = window.requestPageAhead();
        receive(ahead, 20, 1_000);

        window.readGapBefore(window.takeFirstReceived().orElseThrow());

        assertThat(offsetsFromScratch()).as("overlap of eight").isEqualTo(12);
        for (int pages = 1; pages <= 16; pages++) {
            window.moveTo(NINE, 0);
        }
        assertThat(offsetsFromScratch()).as("overlap of four").isEqualTo(16);
    }

    private int offsetsFromScratch() {
        window.clear();
        window.needHead();
        window.requestHead();
        return window.requestPageAhead().query().offset();
    }

    @Test
    void nothingIsLeftOnceCleared() {
        receive(window.requestHead(), 20, 100);
        window.requestPageAhead();

        window.clear();

        assertThat(window.isEmpty()).isTrue();
        assertThat(window.canReadAhead()).isFalse();
    }

    private static PageWindow window(int pageSize) {
        return new PageWindow(
                SessionQuery.of(Status.COMPLETED, DateField.END_DATE, pageSize), NINE, () -> 3, () -> Instant.MIN);
    }

    private void receive(PageRequest request, int shown, long total) {
        receive(window, request, shown, total);
    }

    private static void receive(PageWindow window, PageRequest request, int shown, long total) {
        window.received(request, SweepScript.page(total, rising(0, shown)));
    }
}
