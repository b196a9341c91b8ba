package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollStaggerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void organisationsAreSpreadOverTheInterval() {
        List<Duration> phases = IntStream.range(0, 1_000)
                .mapToObj(i -> PollStagger.of("school-%04d".formatted(i), MINUTE))
                .toList();

        assertThat(phases).allSatisfy(phase -> assertThat(phase).isPositive().isLessThanOrEqualTo(MINUTE));
        Map<Long, Long> inEachSecond = phases.stream()
                .collect(Collectors.groupingBy(phase -> phase.minusNanos(1).toSeconds(), Collectors.counting()));
        assertThat(inEachSecond).hasSize(60);
        assertThat(inEachSecond.values()).allMatch(count -> count < 3 * 1_000 / 60);
    }

    @Test
    void organisationKeepsItsDelay() {
        assertThat(PollStagger.of("school", MINUTE)).isEqualTo(PollStagger.of("school", MINUTE));
    }
}
