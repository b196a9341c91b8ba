package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.DataShape;
import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedApiOptions;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCommandTest {

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

            assertThat(checked.run().output()).doesNotContain("REMARK").doesNotContain("FAILS");
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
        try (OddApi api = OddApi.start()) {
            Checked checked = Checked.of(api);

            assertThat(checked.run().output().lines().findFirst().orElseThrow())
                    .containsSubsequence("Assumption", "Seen", "What the connector does then");
            assertThat(checked.findings())
                    .hasSizeGreaterThan(25)
                    .allSatisfy(finding ->
                            assertThat(finding.path("connector").asString()).isNotBlank());
        }
    }

    @Test
    void aWrongKeyDoesNotWork() {
        try (OddApi api = OddApi.start()) {
            Checked checked = Checked.of(api.url(), "not-the-key", Clock.systemUTC());

            assertThat(checked.run().exitCode()).isEqualTo(2);
            assertThat(checked.row("key")).contains("401").contains("names api.key");
            assertThat(checked.text()).doesNotContain("not-the-key");
            assertThat(api.requests()).isEqualTo(1);
        }
    }

    @Test
    void anApiThatIsDownDoesNotWork() {
        OddApi gone = OddApi.start();
        gone.close();
        Checked checked = Checked.of(gone);

        assertThat(checked.run().exitCode()).isEqualTo(2);
        assertThat(checked.row("search")).contains("no connection").contains("stays RUNNING");
        assertThat(checked.findings())
                .extracting(finding -> finding.path("verdict").asString())
                .doesNotContain("ok");
    }

    @Test
    void rateHeadersAreShownByNameAndNumber() {
        try (OddApi api = OddApi.start()) {
            api.headers.put("X-RateLimit-Limit", "600");
            api.headers.put("X-RateLimit-Policy", "for Samma Pelton");

            assertThat(Checked.of(api).row("rate-headers"))
                    .contains("x-ratelimit-limit: 600")
                    .contains("x-ratelimit-policy: (no number)");
        }
    }

    @Test
    void theRateLimitIsLookedForOnRequestOnly() {
        try (SimulatedApi api = throttlingAfterTenRequests()) {
            assertThat(Checked.of(api.url(), api.key(), Clock.systemUTC()).verdict("throttling"))
                    .isEqualTo("not seen");
        }
        try (SimulatedApi api = throttlingAfterTenRequests()) {
            Checked checked = Checked.of(api.url(), api.key(), Clock.systemUTC(), "--probe-limit");

            assertThat(checked.row("throttling")).contains("got status 429, with no Retry-After");
            assertThat(checked.run().exitCode()).isZero();
            assertThat(api.requests().count()).isLessThanOrEqualTo(25);
        }
    }

    private static SimulatedApi throttlingAfterTenRequests() {
        SimulatedApi api = SimulatedApi.start();
        api.faults().each(request -> api.requests().count() > 10, Fault.status(429));
        return api;
    }

    @Test
    void aReportThatCannotBeWrittenIsNamed() {
        try (OddApi api = OddApi.start()) {
            CliRun run = CliRun.against(api.url(), OddApi.KEY, "check", "--report", "/no/such/folder/report.json");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors()).contains("--report can't be written");
        }
    }
}
