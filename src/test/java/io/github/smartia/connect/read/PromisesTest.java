package io.github.smartia.connect.read;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever happens at the API while it is read, the promises hold. */
class PromisesTest {

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void holdForEveryHistory(@ForAll("histories") History history) {
        new Promises(history, Reading.of(history)).hold();
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }
}
