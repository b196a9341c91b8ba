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
 * One sweep gives out every session once and in order, whatever the API does.
 *
 * <p>The tests can fail: each of these breaks was made in {@code paging} or {@code read}, and found by a test here, in {@link
 * SweepTest}, or in the tests of {@code read} that are named. Not found: that a refused offset is asked for again, which costs
 * requests and loses nothing.
 *
 * <table>
 * <caption>Deliberate breaks, and one test that each of them fails</caption>
 * <tr><th>break</th><th>found by</th></tr>
 * <tr><td>A full page may be the last</td><td>theCountMayBeWrong</td></tr>
 * <tr><td>A short page is always the last</td><td>pagesMayBeShorterThanAskedFor</td></tr>
 * <tr><td>Sessions of a page's last second are not held back</td><td>sortingAndComparingMayBeByWholeSeconds</td></tr>
 * <tr><td>Bounds need not lie on whole seconds</td><td>aSweepMayBeginWithinASecond</td></tr>
 * <tr><td>Two dates in order prove that the API sorts by them</td>
 *     <td>SweepTest.aFewDatesInOrderDoNotProveThatTheApiSortsByThem</td></tr>
 * <tr><td>What was shown need not be shown again</td><td>sortingAndComparingMayBeByWholeSeconds</td></tr>
 * <tr><td>Pages of ties follow each other without shared sessions</td>
 *     <td>SweepTest.pagesOfTiesThatShareTooFewDoNotFollowEachOther</td></tr>
 * <tr><td>A page ahead adds to older pages</td><td>SweepTest.anOlderPageAheadAddsNothingToANewerOne</td></tr>
 * <tr><td>Ties are complete after one listing</td><td>tiesOverManyPagesAreReadInAnyOrder</td></tr>
 * <tr><td>Ties are complete as the API counts</td><td>theCountOfTiesMayBeWrong</td></tr>
 * <tr><td>Offsets advance by the limit</td><td>pagesMayBeShorterThanAskedFor</td></tr>
 * <tr><td>Ties are listed without end</td><td>the tests do not end</td></tr>
 * <tr><td>Ties move the frontier by less than a second</td><td>the tests do not end</td></tr>
 * <tr><td>Ties that are refused once are passed over</td>
 *     <td>SweepTest.aResponseForAnEarlierGroupOfTiesIsIgnored</td></tr>
 * <tr><td>Ties that are refused are asked for without end</td><td>the tests do not end</td></tr>
 * <tr><td>An empty page is the last whatever is counted</td>
 *     <td>SweepTest.anEmptyPageBesideACountIsAskedForThreeTimes</td></tr>
 * <tr><td>A page that can't be read is not made smaller</td>
 *     <td>SweepTest.aPageThatCannotBeReadIsAskedForInHalves</td></tr>
 * <tr><td>A session that can't be read is passed by at once</td>
 *     <td>SweepTest.whileNothingCanBeReadNothingIsLeftOut</td></tr>
 * <tr><td>Dates ahead of the API's clock are believed</td>
 *     <td>AheadOfTimeTest.howeverManyAreADayAheadTheyHideNoOthers</td></tr>
 * <tr><td>Only the last content is remembered</td><td>ShownOtherwiseTest.contentThatComesAndGoesIsPublishedOnceEach</td></tr>
 * <tr><td>A stale page settles at once</td><td>ShownOtherwiseTest.aStaleListForOnceLosesNothing</td></tr>
 * <tr><td>What was shown last is forgotten when it settles</td>
 *     <td>ShownOtherwiseTest.whatWasShownLastIsPublishedLastOnceItIsSettled</td></tr>
 * <tr><td>Of a session listed twice any content is taken</td>
 *     <td>ShownOtherwiseTest.aSessionListedTwiceWithTwoResultsIsPublishedOnce</td></tr>
 * </table>
 */
class OddApiTest {

    private static final Oddities STABLE = Oddities.NONE.and(Oddity.STABLE_TIES);

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "10, 4", "100, 1", "100, 8"})
    void ordinarySessionsAreReadWhateverThePageSize(int pageSize, int requestsAtOnce) {
        SweptApi api = new SweptApi(Oddities.NONE).with(400, 0, 1_700);

        assertThat(api.sweep(pageSize, requestsAtOnce)).containsExactly(api.all());
        assertThat(api.passedOver()).isEmpty();
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
    void sortingAndComparingMayBeByWholeSeconds(boolean sorts, boolean compares, int pageSize) {
        Oddities oddities = sorts ? Oddities.NONE.and(Oddity.SORTS_BY_SECONDS) : Oddities.NONE;
        SweptApi api = new SweptApi(compares ? oddities.and(Oddity.COMPARES_BY_SECONDS) : oddities)
                .with(300, 0, 30)
                .with(300, 20_000, 1)
                .with(20, 40_000, 700);

        assertThat(api.sweep(pageSize, 4)).containsExactly(api.all());
    }

    @Test
    void aSweepMayBeginWithinASecond() {
        SweptApi api = new SweptApi(Oddities.NONE.and(Oddity.COMPARES_BY_SECONDS)).with(300, 0, 3);

        assertThat(api.sweep(SweptApi.NINE.plusMillis(450), 100, 4))
                .containsExactly(Arrays.copyOfRange(api.all(), 150, 300));
    }

    @ParameterizedTest
    @CsvSource({"37, 120", "50, 130", "37, 1000", "1, 20"})
    void pagesMayBeShorterThanAskedFor(int longest, int ties) {
        SweptApi api = new SweptApi(Oddities.NONE.withLongestPage(longest))
                .with(ties, 0, 0)
                .with(200, 5_000, 400);

        assertThat(api.sweep(100, 4)).containsExactly(api.all());
    }

    @ParameterizedTest
    @EnumSource(Total.class)
    void theCountMayBeWrong(Total total) {
        SweptApi api = new SweptApi(Oddities.NONE.withTotal(total)).with(250, 0, 1_000);

        assertThat(api.sweep(100, 4)).containsExactly(api.all());
    }

    @ParameterizedTest
    @EnumSource(Total.class)
    void theCountOfTiesMayBeWrong(Total total) {
        SweptApi api =
                new SweptApi(Oddities.NONE.withTotal(total)).with(250, 0, 0).with(30, 5_000, 100);

        assertThat(api.sweep(100, 4)).containsExactly(api.all());
    }

    @Test
    void aSessionThatIsCountedAndNeverShownIsSaid() {
        SweptApi api = new SweptApi(Oddities.NONE.withTotal(Total.ONE_TOO_MANY)).with(12, 0, 1_000);

        assertThat(api.sweep(100, 1)).containsExactly(api.all());
        assertThat(api.passedOver()).singleElement().asString().contains("counts 1 more sessions");
        assertThat(api.requests()).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aSessionMayBeListedTwice(int requestsAtOnce) {
        SweptApi api = new SweptApi(Oddities.NONE.and(Oddity.LISTS_TWICE))
                .with(150, 0, 0)
                .with(300, 5_000, 300);

        assertThat(withoutRepeats(api.sweep(100, requestsAtOnce))).containsExactly(api.all());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 1_000})
    void deepOffsetsMayBeRefused(int deepest) {
        SweptApi api = new SweptApi(Oddities.NONE.withDeepest(deepest)).with(1_500, 0, 900);

        assertThat(api.sweep(100, 8)).containsExactly(api.all());
        assertThat(api.passedOver()).isEmpty();
    }

    @Test
    void aSecondBeyondTheDeepestOffsetIsReadByItsDates() {
        SweptApi api =
                new SweptApi(Oddities.NONE.withDeepest(200)).with(500, 0, 1).with(10, 9_000, 400);

        assertThat(withoutRepeats(api.sweep(9, 1))).containsExactly(api.all());
    }

    @Test
    void whereTiesCannotBeReadTheLaterSessionsAre() {
        SweptApi api =
                new SweptApi(Oddities.NONE.withDeepest(200)).with(500, 0, 0).with(10, 9_000, 400);

        List<String> ids = withoutRepeats(api.sweep(100, 4));

        assertThat(ids).contains("0500", "0509").hasSizeGreaterThan(100);
        assertThat(api.passedOver()).singleElement().asString().contains("rejects requests for the others");
    }

    /** What is listed twice, or was given out before a group of ties was cut short, is recognised where it is published. */
    private static List<String> withoutRepeats(List<String> ids) {
        return ids.stream().distinct().toList();
    }

    @Test
    void withPlainRequestsAloneTiesOfAPageAreRead() {
        SweptApi api = new SweptApi(
                        Oddities.NONE.and(Oddity.REFUSES_BOTH_BOUNDS).withDeepest(0))
                .with(300, 0, 20)
                .with(90, 30_000, 0)
                .with(90, 31_000, 0);

        assertThat(api.sweep(100, 4)).containsExactly(api.all());
    }
}
