package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class OffsetAlterationTest {

    private static final Map<String, Object> COMPLETED = Map.of("organisation", "default", "stream", "completed");
    private static final Map<String, Object> IN_PROGRESS = Map.of("organisation", "default", "stream", "in-progress");

    private static final Map<String, Object> DATE = Map.of("endDate", "2026-01-06T00:00:00.000Z");

    private final SmartIaSourceConnector connector = new SmartIaSourceConnector();

    @Test
    void dateAloneOrNullIsAccepted() {
        Map<String, Object> reversed = new LinkedHashMap<>();
        reversed.put("stream", "completed");
        reversed.put("organisation", "default");

        assertThat(alter(COMPLETED, DATE)).isTrue();
        assertThat(alter(reversed, DATE)).isTrue();
        assertThat(alter(IN_PROGRESS, Map.of("startDate", "2026-01-06T00:00:00.000Z")))
                .isTrue();
        assertThat(alter(COMPLETED, null)).isTrue();
        assertThat(alter(partitionOf("gone"), null)).isTrue();
    }

    @Test
    void eachOrganisationOfTheConfigHasOffsets() {
        Map<String, String> config = Map.of("organisations", "oaks,elms");

        assertThat(connector.alterOffsets(config, Map.of(partitionOf("elms"), DATE)))
                .isTrue();
        assertThatThrownBy(() -> connector.alterOffsets(config, Map.of(partitionOf("default"), DATE)))
                .isInstanceOf(ConnectException.class)
                .hasMessage("This connector does not read organisation default, only oaks, elms. Nothing was changed.");
    }

    @Test
    void fewOfManyOrganisationsAreNamed() {
        String names = IntStream.range(0, 1_000).mapToObj(i -> "school-" + i).collect(Collectors.joining(","));

        assertThatThrownBy(() ->
                        connector.alterOffsets(Map.of("organisations", names), Map.of(partitionOf("default"), DATE)))
                .hasMessageContaining("only school-0, school-1, ")
                .hasMessageContaining(" and 990 more.");
    }

    private static Map<String, Object> partitionOf(String organisation) {
        return Map.of("organisation", organisation, "stream", "completed");
    }

    @Test
    void storedOffsetMayBeSetAgainUnlessChanged() {
        StreamOffset.Memory memory = new StreamOffset.Memory(
                Optional.of(Instant.parse("2026-01-06T08:50:00.000Z")), Optional.empty(), "1-0a1b2c3d", "");
        Position position = new Position(Instant.parse("2026-01-06T09:00:00.120Z"), "b7");
        Map<String, String> stored = new StreamOffset(SessionStream.COMPLETED, position, Optional.of(memory)).toMap();
        Map<String, String> changed = new LinkedHashMap<>(stored);
        changed.put("endDate", "2026-01-01T00:00:00.000Z");

        assertThat(alter(COMPLETED, stored)).isTrue();
        assertRefused(COMPLETED, changed, "to read from an instant, set endDate alone");
    }

    @Test
    void oneInvalidOffsetRejectsTheRequest() {
        Map<Map<String, ?>, Map<String, ?>> offsets = new LinkedHashMap<>();
        offsets.put(IN_PROGRESS, Map.of("startDate", "2026-01-06T00:00:00.000Z"));
        offsets.put(COMPLETED, Map.of("endDate", "soon"));

        assertThatThrownBy(() -> connector.alterOffsets(Map.of(), offsets)).isInstanceOf(ConnectException.class);
    }

    @Test
    void invalidOffsetIsRejected() {
        assertRefused(COMPLETED, Map.of("endDate", "2026-01-06T00:00:00.000Z", "page", "3"), "unknown field page");
        assertRefused(COMPLETED, Map.of("startDate", "2026-01-06T00:00:00.000Z"), "startDate");
        assertRefused(COMPLETED, Map.of("endDate", "soon"), "endDate is not an ISO 8601 instant");
        assertRefused(COMPLETED, Map.of("endDate", 5L), "endDate");
        assertRefused(COMPLETED, Map.of(), "endDate is missing");
        assertRefused(
                COMPLETED,
                Map.of("endDate", "2026-01-06T00:00:00.000Z", "sessionId", "b7"),
                "the field hash is missing; to read from an instant, set endDate alone");
    }

    @Test
    void unknownPartitionIsRejected() {
        assertRefused(partitionOf("other"), DATE, "not read organisation other");
        assertRefused(Map.of("organisation", "default", "stream", "abandoned"), DATE, "abandoned");
        assertRefused(Map.of("stream", "completed"), DATE, "organisation");
        assertRefused(Map.of("organisation", "default", "stream", "completed", "page", "1"), DATE, "page");
        assertRefused(null, DATE, "must not be null");
    }

    private void assertRefused(Map<String, ?> partition, Map<String, ?> offset, String reason) {
        assertThatThrownBy(() -> alter(partition, offset))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(" Nothing was changed.");
    }

    private boolean alter(Map<String, ?> partition, Map<String, ?> offset) {
        return connector.alterOffsets(Map.of(), Collections.singletonMap(partition, offset));
    }
}
