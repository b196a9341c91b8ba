package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTimestampTest {

    @Test
    void timestampsAreNamedAsInTheSettings() {
        assertThat(RecordTimestamp.named("ingestion")).contains(RecordTimestamp.INGESTION);
        assertThat(RecordTimestamp.named("event")).contains(RecordTimestamp.EVENT);
        assertThat(RecordTimestamp.values())
                .extracting(RecordTimestamp::settingName)
                .containsExactly("ingestion", "event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EVENT", "Ingestion", "endDate"})
    void otherSpellingsNameNone(String name) {
        assertThat(RecordTimestamp.named(name)).isEmpty();
    }
}
