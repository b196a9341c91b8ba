package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;

class SmartIaSourceConnectorTest {

    @Test
    void worksWithExactlyOnceWhateverItsSettings() {
        assertThat(new SmartIaSourceConnector().exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }
}
