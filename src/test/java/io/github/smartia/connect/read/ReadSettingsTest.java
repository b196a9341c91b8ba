package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadSettingsTest {

    @Test
    void theInProgressStreamIsReadFirst() {
        assertThat(reading(Stream.COMPLETED, Stream.IN_PROGRESS)).containsExactly(Stream.IN_PROGRESS, Stream.COMPLETED);
        assertThat(reading(Stream.IN_PROGRESS, Stream.COMPLETED)).containsExactly(Stream.IN_PROGRESS, Stream.COMPLETED);
        assertThat(reading(Stream.COMPLETED)).containsExactly(Stream.COMPLETED);
    }

    private static List<Stream> reading(Stream... streams) {
        return new ReadSettings(
                        List.of(streams),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        100,
                        4,
                        true,
                        true,
                        false)
                .streams();
    }
}
