package io.github.smartia.connect.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.paging.Oddities.Oddity;
import io.github.smartia.connect.paging.Oddities.Total;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A sweep returns every session once and in order, whatever the API does.
 *
 * <p>The tests can fail. Each of these breaks was made in {@code paging} or {@code read} and detected by a test here, in {@link
 * SweepTest}, or in the test of {@code read} that is named. Not detected: an unavailable offset is requested again, which costs
 * requests and loses nothing.
 *
 * <table>
 * <caption>Deliberate breaks, and one test that each of them fails</caption>
 * <tr><th>break</th><th>detected by</th></tr>
 * <tr><td>A full page may be the last</td><td>totalMayBeWrong</td></tr>
 * <tr><td>A short page is always the last</td><td>pagesMayBeShorterThanRequested</td></tr>
 * <tr><td>Sessions of a page's last second are not held</td><td>sortingAndFilteringMayUseWholeSeconds</td></tr>
 * <tr><td>Bounds need not lie on whole seconds</td><td>sweepMayBeginWithinASecond</td></tr>
 * <tr><td>Dates in order prove that the API sorts by them</td>
 *     <td>SweepTest.datesInOrderDoNotProveSorting</td></tr>
 * <tr><td>Pages of ties are connected without shared sessions</td>
 *     <td>SweepTest.pagesSharingFewOfFewTiesAreNotConnected</td></tr>
 * <tr><td>A page ahead adds to older pages</td><td>SweepTest.olderPageAheadAddsNothingToANewerOne</td></tr>
 * <tr><td>Ties are complete after one listing</td><td>tiesOverManyPagesAreReadInAnyOrder</td></tr>
 * <tr><td>Ties are complete as the API counts</td><td>totalOfTiesMayBeWrong</td></tr>
 * <tr><td>Offsets advance by the limit</td><td>pagesMayBeShorterThanRequested</td></tr>
 * <tr><td>Ties are listed without end</td><td>the tests do not end</td></tr>
 * <tr><td>Ties move the frontier by less than a second</td><td>the tests do not end</td></tr>
 * <tr><td>Ties are skipped after one unavailable request</td>
 *     <td>SweepTest.responseForAnEarlierReadOfTiesIsIgnored</td></tr>
 * <tr><td>Ties are requested without end although unavailable</td><td>the tests do not end</td></tr>
 * <tr><td>An empty page is the last whatever is counted</td>
 *     <td>SweepTest.emptyPageWithATotalIsRequestedThreeTimes</td></tr>
 * <tr><td>A page that can't be read is not made smaller</td>
 *     <td>SweepTest.unreadablePageIsRequestedInHalves</td></tr>
 * <tr><td>A session that can't be read is skipped at once</td>
 *     <td>SweepTest.nothingIsSkippedWhileNothingIsReadable</td></tr>
 * <tr><td>Dates ahead of the API's clock are trusted</td>
 *     <td>HabitsTest.manySessionsADayAheadHideNoOthers</td></tr>
 * <tr><td>Only the last content is remembered</td><td>RevertedContentTest.alternatingContentsArePublishedOnceEach</td></tr>
 * <tr><td>A stale page settles at once</td><td>RevertedContentTest.staleListLosesNothing</td></tr>
 * <tr><td>Reverted content is forgotten when it settles</td>
 *     <td>RevertedContentTest.revertedContentIsPublishedOnSettling</td></tr>
 * <tr><td>Any content of a session listed twice is published</td>
 *     <td>RevertedContentTest.sessionListedWithTwoResultsIsPublishedOnce</td></tr>
 * </table>
 */
class OddApiTest {

    private static final Oddities STABLE = Oddities.NONE.and(Oddity.STABLE_TIES);

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "10, 4", "100, 1", "100, 8"})
    void sessionsAreReadWithAnyPageSize(int pageSize, int requestsAtOnce) {
        SweptApi api = new SweptApi(Oddities.NONE).with(400, 0, 1_700);

        assertThat(api.sweep(pageSize, requestsAtOnce)).containsExactly(api.all());
        assertThat(api.inconsistencies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void tiesOverManyPagesAreReadInAnyOrder(int requestsAtOnce) {
        SweptApi api =
                new SweptApi(Oddities.NONE).with(30, 0, 100).with(250, 9_000, 0).with(30, 12_000, 100);

        assertThat(api.sweep(100, requestsAtOnce)).containsExactly(api.all());
    }

    @Test
    void tiesInStableOrderTakeFewRequests() {
        SweptApi api = new SweptApi(STABLE);
        for (int group = 0; group < 20; group++) {
            api.with(250, group * 3_600_000L, 0);
        }

        assertThat(api.sweep(100, 8)).containsExactly(api.all());
        assertThat(api.requests()).as("per 5,000 sessions").isLessThan(80);
    }

    @ParameterizedTest
    @CsvSource({"150, 456, 100", "1200, 456, 100", "7, 999, 3"})
    void fractionsOfAMillisecondMayBeHidden(int ties, int millis, int pageSize) {
        SweptApi api = new SweptApi(Oddities.NONE.and(Oddity.FRACTIONS))
                .with(ties, millis, 0)
                .with(30, 2_000, 100);

        assertThat(api.sweep(pageSize, 4)).containsExactly(api.all());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 100",
        "true, false, 100",
        "false, true, 100",
        "true, true, 4",
        "true, false, 4",
        "false, true, 1"
    })
    void sortingAndFilteringMayUseWholeSeconds(boolean sorts, boolean compares, int pageSize) {
        Oddities oddities = sorts ? Oddities.NONE.and(Oddity.SORTS_BY_SECONDS) : Oddities.NONE;
        SweptApi api = new SweptApi(compares ? oddities.and(Oddity.COMPARES_BY_SECONDS) : oddities)
                .with(300, 0, 30)
                .with(300, 20_000, 1)
                .with(20, 40_000, 700);

        assertThat(api.sweep(pageSize, 4)).containsExactly(api.all());
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPARES_BY_SECONDS", "SORTS_BY_SECONDS", "REJECTS_BOTH_BOUNDS"})
    void sweepMayBeginWithinASecond(Oddity oddity) {
        SweptApi api = new SweptApi(Oddities.NONE.and(oddity)).with(300, 0, 3).with(300, 5_000, 400);

        for (int sweep = 0; sweep < 20; sweep++) {
            assertThat(api.sweep(SweepScript.NINE.plusMillis(450), 100, 4))
                    .containsExactly(Arrays.copyOfRange(api.all(), 150, 600));
        }
    }

    @Test
    void sweepMayBeginWithinASecondThatIsReadByDate() {
        SweptApi api = new SweptApi(
                        Oddities.NONE.and(Oddity.REJECTS_BOTH_BOUNDS).withDeepest(100))
                .with(300, 0, 3)
                .with(300, 5_000, 400);

        assertThat(withoutRepeats(api.sweep(SweepScript.NINE.plusMillis(450), 100, 4)))
                .containsExactly(Arrays.copyOfRange(api.all(), 150, 600));
    }

    @ParameterizedTest
    @CsvSource({"37, 120", "50, 130", "37, 1000", "1, 20"})
    void pagesMayBeShorterThanRequested(int longest, int ties) {
        SweptApi api = new SweptApi(Oddities.NONE.withLongestPage(longest))
                .with(ties, 0, 0)
                .with(200, 5_000, 400);

        assertThat(api.sweep(100, 4)).containsExactly(api.all());
    }

    @ParameterizedTest
    @EnumSource(Total.class)
    void totalMayBeWrong(Total total) {
        SweptApi api = new SweptApi(Oddities.NONE.withTotal(total)).with(250, 0, 1_000);

        assertThat(api.sweep(100, 4)).containsExactly(api.all());
    }

    @ParameterizedTest
    @EnumSource(Total.class)
    void totalOfTiesMayBeWrong(Total total) {
        SweptApi api =
                new SweptApi(Oddities.NONE.withTotal(total)).with(250, 0, 0).with(30, 5_000, 100);

        assertThat(api.sweep(100, 4)).containsExactly(api.all());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void sessionMayBeListedTwice(int requestsAtOnce) {
        SweptApi api = new SweptApi(Oddities.NONE.and(Oddity.LISTS_TWICE))
                .with(150, 0, 0)
                .with(300, 5_000, 300);

        assertThat(withoutRepeats(api.sweep(100, requestsAtOnce))).containsExactly(api.all());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 1_000})
    void deepOffsetsMayBeRejected(int deepest) {
        SweptApi api = new SweptApi(Oddities.NONE.withDeepest(deepest)).with(1_500, 0, 900);

        assertThat(api.sweep(100, 8)).containsExactly(api.all());
        assertThat(api.inconsistencies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STABLE_TIES", "SORTS_BY_SECONDS", "FRACTIONS"})
    void manySessionsOfOneSecondAreReturnedInOrder(Oddity oddity) {
        SweptApi api = new SweptApi(Oddities.NONE.and(oddity));
        for (int tie = 0; tie < 6; tie++) {
            api.with(1_000, 0, 1);
        }

        assertThat(api.with(100, 5_000, 500).sweep(100, 4)).containsExactly(api.all());
    }

    @Test
    void secondBeyondTheMaxOffsetIsReadByDate() {
        SweptApi api =
                new SweptApi(Oddities.NONE.withDeepest(200)).with(500, 0, 1).with(10, 9_000, 400);

        assertThat(withoutRepeats(api.sweep(9, 1))).containsExactly(api.all());
    }

    @Test
    void laterSessionsAreReadIfTiesCannotBe() {
        SweptApi api =
                new SweptApi(Oddities.NONE.withDeepest(200)).with(500, 0, 0).with(10, 9_000, 400);

        List<String> ids = withoutRepeats(api.sweep(100, 4));

        assertThat(ids).contains("0500", "0509").hasSizeGreaterThan(100);
        assertThat(api.inconsistencies()).singleElement().asString().contains("rejects requests for the others");
    }

    /** Sessions may be returned twice: they are listed twice, or ties were returned before they became unavailable. */
    private static List<String> withoutRepeats(List<String> ids) {
        return ids.stream().distinct().toList();
    }

    @Test
    void tiesOfAPageAreReadByPlainRequests() {
        SweptApi api = new SweptApi(
                        Oddities.NONE.and(Oddity.REJECTS_BOTH_BOUNDS).withDeepest(0))
                .with(300, 0, 20)
                .with(90, 30_000, 0)
                .with(90, 31_000, 0);

        assertThat(api.sweep(100, 4)).containsExactly(api.all());
    }
}
