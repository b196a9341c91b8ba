package io.github.smartia.connect.config.values;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static final DistinctValues STREAMS = DistinctValues.among(List.of("completed", "in-progress"));

    @Test
    void namesAreInAnyOrder() {
        assertValid(STREAMS, List.of("completed"));
        assertValid(STREAMS, List.of("in-progress", "completed"));
    }

    @Test
    void namesAreAtLeastOneAndKnownAndDistinct() {
        assertRefused(STREAMS, List.of(), "completed, in-progress");
        assertRefused(STREAMS, List.of("completed", "Completed"), "completed, in-progress. It contains \"Completed\"");
        assertRefused(STREAMS, List.of("completed", ""), "extra comma");
        assertRefused(STREAMS, List.of("completed", "completed"), "once");
    }

    @Test
    void filtersTakeAnyTextSinceIdsNeedNotBeUuids() {
        assertValid(DistinctValues.any(), List.of("17", "maths & more"));
    }

    @Test
    void filtersRefuseBlanksAndRepeatsWithoutShowingValues() {
        assertRefused(DistinctValues.any(), List.of("pupil-1", " "), "empty value");
        assertRefused(DistinctValues.any(), List.of("pupil-1", "pupil-1"), "once");
    }

    private static void assertValid(Validator validator, List<String> values) {
        assertThatCode(() -> validator.ensureValid("a.list", values)).doesNotThrowAnyException();
    }

    private static void assertRefused(Validator validator, List<String> values, String hint) {
        assertThatThrownBy(() -> validator.ensureValid("a.list", values))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.list")
                .hasMessageContaining(hint)
                .hasMessageNotContaining("pupil-1");
    }
}
