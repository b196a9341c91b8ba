package io.github.smartia.connect.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smartia.connect.model.SessionStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourcePartitionTest {

    @Test
    void namesOrganisationAndStream() {
        assertThat(new SourcePartition("default", SessionStream.COMPLETED).toMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of("organisation", "default", "stream", "completed"));
    }

    @ParameterizedTest
    @CsvSource({"organisation, stream", "stream, organisation"})
    void fieldOrderIsThatOfPartitionsFromRest(String first, String second) {
        // Filled field by field, as Connect's JSON converter does: a copy of a map could have fewer buckets.
        Map<String, Object> fromRest = new HashMap<>();
        fromRest.put(first, "any");
        fromRest.put(second, "any");

        assertThat(new SourcePartition("north", SessionStream.IN_PROGRESS)
                        .toMap()
                        .keySet())
                .containsExactlyElementsOf(fromRest.keySet());
    }

    @Test
    void fieldsInAnotherOrderAreTheSamePartition() {
        Map<String, Object> streamFirst = new LinkedHashMap<>();
        streamFirst.put("stream", "in-progress");
        streamFirst.put("organisation", "north");

        SourcePartition partition = SourcePartition.fromMap(streamFirst);

        assertThat(partition).isEqualTo(new SourcePartition("north", SessionStream.IN_PROGRESS));
    }

    @ParameterizedTest
    @EnumSource
    void partitionOfEachStreamIsReadFromItsMap(SessionStream stream) {
        SourcePartition read = SourcePartition.fromMap(new SourcePartition("north", stream).toMap());

        assertThat(read.organisation()).isEqualTo("north");
        assertThat(read.stream()).isEqualTo(stream);
    }

    @Test
    void partitionsDifferByOrganisationAndByStream() {
        assertThat(new SourcePartition("north", SessionStream.COMPLETED))
                .isNotEqualTo(new SourcePartition("south", SessionStream.COMPLETED))
                .isNotEqualTo(new SourcePartition("north", SessionStream.IN_PROGRESS))
                .hasSameHashCodeAs(new SourcePartition("north", SessionStream.COMPLETED));
    }

    @Test
    void mapCannotBeChanged() {
        Map<String, Object> map = new SourcePartition("default", SessionStream.COMPLETED).toMap();

        assertThatThrownBy(() -> map.put("stream", "other")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @MethodSource
    void otherPartitionsAreRejected(Map<String, ?> map, String message) {
        assertThatThrownBy(() -> SourcePartition.fromMap(map))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> otherPartitionsAreRejected() {
        return Stream.of(
                arguments(
                        Map.of("organisation", "default", "stream", "completed", "topic", "x"),
                        "has the unknown field \"topic\""),
                arguments(Map.of("organisation", "default"), "lacks the field \"stream\""),
                arguments(Map.of("stream", "completed"), "lacks the field \"organisation\""),
                arguments(Map.of("organisation", 7, "stream", "completed"), "\"organisation\" that is not a string"),
                arguments(Map.of("organisation", " ", "stream", "completed"), "empty \"organisation\""),
                arguments(Map.of("organisation", "default", "stream", "done"), "unknown stream \"done\""),
                arguments(Map.of("organisation", "default", "stream", "done"), "completed or in-progress"));
    }
}
