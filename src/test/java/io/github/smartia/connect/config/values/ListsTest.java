package io.github.smartia.connect.config.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.SessionStream;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ListsTest {

    @Test
    void streamsAreNamedInAnyOrder() {
        assertValid(new StreamNames(), List.of("completed"));
        assertValid(new StreamNames(), List.of("in-progress", "completed"));
        assertThat(StreamNames.parse(List.of("in-progress"))).containsExactly(SessionStream.IN_PROGRESS);
        assertThat(StreamNames.parse(List.of("in-progress", "completed")))
                .containsExactlyInAnyOrder(SessionStream.values());
    }

    @Test
    void streamsAreAtLeastOneAndKnownAndNamedOnce() {
        assertRefused(new StreamNames(), List.of(), "completed, in-progress");
        assertRefused(new StreamNames(), List.of("completed", "Completed"), "completed, in-progress");
        assertRefused(new StreamNames(), List.of("completed", ""), "completed, in-progress");
        assertRefused(new StreamNames(), List.of("completed", "completed"), "once");
    }

    @Test
    void filtersTakeAnyTextSinceIdsNeedNotBeUuids() {
        assertValid(new FilterValues(), List.of());
        assertValid(new FilterValues(), List.of("17", "maths & more"));
    }

    @Test
    void filtersRefuseBlanksAndRepeatsWithoutShowingValues() {
        assertRefused(new FilterValues(), List.of("pupil-1", " "), "empty value");
        assertRefused(new FilterValues(), List.of("pupil-1", "pupil-1"), "once");
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
