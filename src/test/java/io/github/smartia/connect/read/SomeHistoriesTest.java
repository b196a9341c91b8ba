package io.github.smartia.connect.read;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * The promises hold for the same few hundred histories each time. {@link PromisesTest} reads thousands of others, which takes
 * too long for {@code mvn test} and for mutation testing.
 */
class SomeHistoriesTest {

    @Property(tries = 300, seed = "20260106", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void promisesHoldForSomeHistories(@ForAll("histories") History history) {
        new Promises(history, Reading.of(history)).hold();
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(tries = 100, seed = "20260106", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void promisesHoldForSomeHistoriesOfOddApis(@ForAll("oddHistories") History history) {
        new Promises(history, Reading.of(history)).hold();
    }

    @Provide
    Arbitrary<History> oddHistories() {
        return Histories.ofOddApis();
    }
}
