package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskBoundsTest {

    @Test
    void oneOrganisationHasAllForItself() {
        TaskBounds bounds = TaskBounds.of(new SmartIaSourceConfig(Map.of("api.key", "a-key")));

        assertThat(bounds).isEqualTo(new TaskBounds(1, 2_000, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 2, 1000", "1000, 4, 8, 250", "1000, 1, 26, 76", "1000, 100, 2, 1000"})
    void theMoreOneReadsAheadTheFewerReadAtATime(int organisations, int requests, int readers, int share) {
        Map<String, String> settings = new HashMap<>();
        settings.put("api.max.concurrent.requests", Integer.toString(requests));
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < organisations; i++) {
            names.append(i == 0 ? "" : ",").append("school-").append(i);
            settings.put("organisations.school-" + i + ".api.key", "key-" + i);
        }
        settings.put("organisations", names.toString());

        TaskBounds bounds = TaskBounds.of(new SmartIaSourceConfig(settings));

        assertThat(bounds.readers()).isEqualTo(readers);
        assertThat(bounds.sharePerOrganisation()).isEqualTo(share);
    }
}
