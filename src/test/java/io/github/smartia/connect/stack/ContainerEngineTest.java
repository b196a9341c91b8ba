package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainerEngineTest {

    private static final String IMAGE = "apache/kafka:4.4.0";

    private final List<String> asked = new ArrayList<>();

    @Test
    void withoutAnEngineNothingElseIsAsked() {
        assertThat(engine(false).obstacleTo(IMAGE)).hasValue("no container engine answers");
        assertThat(asked).containsExactly("version");
    }

    @Test
    void anImageThatCanBePulledIsNoObstacle() {
        assertThat(engine(false, "version", "manifest inspect " + IMAGE).obstacleTo(IMAGE))
                .isEmpty();
    }

    @Test
    void anImageThatIsHereIsEnoughWhereTestcontainersNeedsNoOther() {
        assertThat(engine(true, "version", "image inspect " + IMAGE).obstacleTo(IMAGE))
                .isEmpty();
        assertThat(asked).doesNotContain("manifest inspect " + IMAGE);
    }

    @Test
    void anImageThatIsHereIsNotEnoughWhereTestcontainersHasToPullAnother() {
        assertThat(engine(false, "version", "image inspect " + IMAGE).obstacleTo(IMAGE))
                .hasValueSatisfying(obstacle -> assertThat(obstacle).contains(IMAGE, "can be pulled"));
    }

    @Test
    void anImageThatIsNowhereToBeHadIsNamed() {
        assertThat(engine(true, "version").obstacleTo(IMAGE))
                .hasValueSatisfying(obstacle -> assertThat(obstacle).contains(IMAGE, "can be pulled"));
    }

    private ContainerEngine engine(boolean reaperDisabled, String... succeeding) {
        Set<String> successes = Set.of(succeeding);
        return new ContainerEngine(
                arguments -> {
                    String command = String.join(" ", arguments);
                    asked.add(command);
                    return successes.contains(command);
                },
                reaperDisabled);
    }
}
