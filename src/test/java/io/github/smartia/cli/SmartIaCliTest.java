package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SimulatedApi;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartIaCliTest {

    @Test
    void withoutACommandTheCommandsAreNamed() {
        CliRun run = CliRun.with("a-key");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("count");
    }

    @Test
    void theKeyMayComeFromStandardInput() {
        try (SimulatedApi api = SimulatedApi.start()) {
            CliRun run = CliRun.run(Map.of(), api.key() + "\n", Clock.systemUTC(), "count", "--url", api.url());

            assertThat(run.exitCode()).isZero();
            assertThat(api.requests().all())
                    .allMatch(request -> request.key().orElseThrow().equals(api.key()));
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "a key", "k\u00e9y"})
    void aKeyThatCannotTravelIsRefused(String key) {
        CliRun run = CliRun.run(Map.of(), key + "\n", Clock.systemUTC(), "count");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("API key").doesNotContain("a key").doesNotContain("k\u00e9y");
    }

    @ParameterizedTest
    @CsvSource({
        "--url, http://connect.example/api",
        "--url, https://user:secret@connect.example/api",
        "--url, https://connect.example/api?secret=1",
        "--url, 'https://'",
        "--url, ::secret",
        "--proxy, https://user:secret@proxy.example:1",
        "--proxy, http://proxy.example",
        "--truststore, /no/such/secret",
        "--requests-per-second, 6",
        "--requests-per-second, 0"
    })
    void aWrongOptionIsNamedWithoutItsValue(String option, String value) {
        CliRun run = CliRun.with("a-key", "count", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains(option).doesNotContain("secret");
    }

    @Test
    void theKeyIsNoArgument() {
        assertThat(CliRun.with("", "count", "--help").output()).doesNotContain("--key");
        assertThat(CliRun.with("", "count", "--api-key", "x").exitCode()).isEqualTo(2);
    }
}
