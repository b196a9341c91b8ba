package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.DataShape;
import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedApiOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCommandTest {

    @AutoClose
    private final OddApi odd = OddApi.start();

    static Stream<SimulatedApiOptions> wellBehaved() {
        return Stream.of(
                SimulatedApi.options(),
                SimulatedApi.options().shape(DataShape.NESTED),
                SimulatedApi.options().shape(DataShape.ALTERNATING),
                SimulatedApi.options().shuffledTies(),
                SimulatedApi.options().withoutCursors());
    }

    @ParameterizedTest
    @MethodSource("wellBehaved")
    void aWellBehavedApiWorksWithoutRemarks(SimulatedApiOptions options) {
        try (SimulatedApi api = SimulatedApi.start(options)) {
            api.sessions().addAll(School.SESSIONS);
            Checked checked = Checked.of(api.url(), api.key(), Clock.systemUTC());

            assertThat(checked.run().output()).doesNotContain("REMARK", "FAILS");
            assertThat(checked.run().exitCode()).isZero();
            assertThat(api.requests().count()).isLessThanOrEqualTo(25);
            assertThat(checked.text()).doesNotContain(api.key());
            assertThat(School.values()).noneMatch(checked.text()::contains);
        }
    }

    @Test
    void anApiWithoutSessionsWorks() {
        try (SimulatedApi api = SimulatedApi.start()) {
            Checked checked = Checked.of(api.url(), api.key(), Clock.systemUTC());

            assertThat(checked.run().exitCode()).isZero();
            assertThat(checked.verdict("order")).isEqualTo("not seen");
        }
    }

    @Test
    void eachRowSaysWhatTheConnectorDoesThen() {
        Checked checked = Checked.of(odd);

        assertThat(checked.run().output().lines().findFirst().orElseThrow())
                .containsSubsequence("Assumption", "Seen", "What the connector does then");
        assertThat(checked.findings())
                .hasSizeGreaterThan(25)
                .allSatisfy(finding ->
                        assertThat(finding.path("connector").asString()).isNotBlank());
    }

    @Test
    void aWrongKeyDoesNotWork() {
        Checked checked = Checked.of(odd.url(), "not-the-key", Clock.systemUTC());

        assertThat(checked.run().exitCode()).isEqualTo(2);
        assertThat(checked.row("key")).contains("401", "names api.key");
        assertThat(checked.text()).doesNotContain("not-the-key");
        assertThat(odd.requests()).isEqualTo(1);
    }

    @Test
    void anApiThatIsDownDoesNotWork() {
        odd.close();

        Checked checked = Checked.of(odd);

        assertThat(checked.run().exitCode()).isEqualTo(2);
        assertThat(checked.row("search")).contains("no connection", "stays RUNNING");
        assertThat(checked.findings())
                .extracting(finding -> finding.path("verdict").asString())
                .doesNotContain("ok");
    }

    @Test
    void rateHeadersAreShownByNameAndNumber() {
        odd.headers.put("X-RateLimit-Limit", "600");
        odd.headers.put("X-RateLimit-Policy", "for Samma Pelton");

        assertThat(Checked.of(odd).row("rate-headers"))
                .contains("x-ratelimit-limit: 600")
                .contains("x-ratelimit-policy: (no number)");
    }

    @ParameterizedTest
    @CsvSource({"'--', not seen, ''", "--probe-limit, ok, 'got status 429, with no Retry-After'"})
    void theRateLimitIsLookedForOnRequestOnly(String option, String verdict, String seen) {
        try (SimulatedApi api = SimulatedApi.start()) {
            api.faults().each(request -> api.requests().count() > 10, Fault.status(429));
            Checked checked = Checked.of(api.url(), api.key(), Clock.systemUTC(), option);

            assertThat(checked.verdict("throttling")).isEqualTo(verdict);
            assertThat(checked.row("throttling")).contains(seen);
            assertThat(checked.run().exitCode()).isZero();
            assertThat(api.requests().count()).isLessThanOrEqualTo(25);
        }
    }

    @Test
    void anotherClockIsARemark() {
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
        Checked checked = Checked.of(odd.url(), OddApi.KEY, behind);

        assertThat(checked.row("clock")).contains("ahead of this machine's", "does no harm");
        assertThat(checked.run().exitCode()).isEqualTo(1);
    }

    @Test
    void slowResponsesAreARemark() {
        AtomicLong looks = new AtomicLong();
        InstantSource elevenSecondsLater = () -> Instant.EPOCH.plusSeconds(11 * looks.incrementAndGet());
        Checked checked = Checked.of(odd.url(), OddApi.KEY, elevenSecondsLater.withZone(ZoneOffset.UTC));

        assertThat(checked.row("latency")).contains("longest 11,000 ms", "api.response.timeout.ms");
        assertThat(checked.verdict("latency")).isEqualTo("remark");
    }

    @Test
    void aReportThatCannotBeWrittenIsNamed() {
        CliRun run = CliRun.against(odd.url(), OddApi.KEY, "check", "--report", "/no/such/folder/report.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("--report can't be written");
    }

    static Stream<Odd> oddities() {
        return Stream.of(OddPages.DATES, OddPages.ALL, OddContent.ALL, OddContent.FAULTS)
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void anOddityIsARemark(Odd oddity) {
        assertSeen(oddity, "remark", 1);
    }

    static List<Odd> failures() {
        return OddContent.FAILURES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void whatCannotBeReadFails(Odd oddity) {
        assertSeen(oddity, "fails", 2);
    }

    /** Each oddity has its row, within 25 requests that show nothing of a session. */
    private void assertSeen(Odd oddity, String verdict, int exitCode) {
        odd.completed = request -> School.COMPLETED;
        odd.inProgress = School.IN_PROGRESS;
        oddity.change().accept(odd);
        Checked checked = Checked.of(odd);

        assertThat(checked.row(oddity.id())).contains(oddity.seen()).contains(oddity.then());
        assertThat(checked.verdict(oddity.id())).isEqualTo(verdict);
        assertThat(checked.run().exitCode()).isEqualTo(exitCode);
        assertThat(odd.requests()).isLessThanOrEqualTo(25);
        assertThat(checked.text()).doesNotContain(OddApi.KEY).doesNotContain("127.0.0.1");
        assertThat(School.values()).hasSizeGreaterThan(1_000).noneMatch(checked.text()::contains);
    }
}
