package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final String SIMULATED = Arguments.SIMULATED_KEY;

    @Test
    void withoutAUrlOrAKeyTheApiIsSimulatedAndWatchedForGood() {
        Arguments arguments = arguments(Map.of("api.url", "", "quickstart.seconds", ""), SIMULATED);

        assertThat(arguments.simulated()).isTrue();
        assertThat(arguments.apiUrl()).isEmpty();
        assertThat(arguments.time()).isEmpty();
    }

    @Test
    void aKeyMeansTheRealApi() {
        Arguments arguments = arguments(Map.of(), "a-real-key");

        assertThat(arguments.simulated()).isFalse();
        assertThat(arguments.apiUrl()).isEmpty();
    }

    @Test
    void aUrlMeansTheApiThere() {
        Arguments arguments = arguments(Map.of("api.url", "http://127.0.0.1:8080/api/v1"), SIMULATED);

        assertThat(arguments.simulated()).isFalse();
        assertThat(arguments.apiUrl()).contains("http://127.0.0.1:8080/api/v1");
    }

    @Test
    void theKeyIsNoPartOfTheArguments() {
        assertThat(arguments(Map.of(), "a-real-key").toString()).doesNotContain("a-real-key");
    }

    @Test
    void secondsBoundTheTime() {
        assertThat(arguments(Map.of("quickstart.seconds", "30"), SIMULATED).time())
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void theDatabaseIsWhereTheBuildWantsIt() {
        Path file = Path.of("target", "a.duckdb");
        Map<String, String> properties =
                Map.of("quickstart.database", file.toAbsolutePath().toString());

        assertThat(arguments(properties, SIMULATED).database()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "soon"})
    void otherSecondsAreRefused(String seconds) {
        assertThatThrownBy(() -> arguments(Map.of("quickstart.seconds", seconds), SIMULATED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quickstart.seconds is \"" + seconds + "\"");
    }

    private static Arguments arguments(Map<String, String> properties, String key) {
        return Arguments.of(properties::get, Map.of("SMART_IA_API_KEY", key)::get);
    }
}
