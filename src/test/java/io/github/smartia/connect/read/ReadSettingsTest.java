package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadSettingsTest {

    @Test
    void theInProgressStreamIsReadFirst() {
        assertThat(reading(SessionStream.COMPLETED, SessionStream.IN_PROGRESS))
                .containsExactly(SessionStream.IN_PROGRESS, SessionStream.COMPLETED);
        assertThat(reading(SessionStream.IN_PROGRESS, SessionStream.COMPLETED))
                .containsExactly(SessionStream.IN_PROGRESS, SessionStream.COMPLETED);
        assertThat(reading(SessionStream.COMPLETED)).containsExactly(SessionStream.COMPLETED);
    }

    private static List<SessionStream> reading(SessionStream... streams) {
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
