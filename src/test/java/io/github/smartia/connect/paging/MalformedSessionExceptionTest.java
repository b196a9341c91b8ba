package io.github.smartia.connect.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.MalformedSession;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MalformedSessionExceptionTest {

    @Test
    void messageNamesSessionFieldAndRemedies() {
        MalformedSession malformed = new MalformedSession(
                Optional.of("s-1"), Optional.empty(), Optional.empty(), "session", "is too large", "{\"a\":\"Zoë\"}");

        assertThat(MalformedSessionException.of(malformed))
                .hasMessageContaining("session s-1: session is too large")
                .hasMessageContaining("producer.override.max.request.size")
                .hasMessageContaining("max.message.bytes")
                .hasMessageContaining("dead.letter.topic")
                .hasMessageNotContaining("Zoë");
    }
}
