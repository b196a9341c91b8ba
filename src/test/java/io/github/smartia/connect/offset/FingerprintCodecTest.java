package io.github.smartia.connect.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FingerprintCodecTest {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    @Property(tries = 200)
    void encodedFingerprintsAreReadEarliestFirst(@ForAll("fingerprints") List<Fingerprint> latestFirst) {
        List<Fingerprint> read = FingerprintCodec.decode(FingerprintCodec.encode(latestFirst, NO_LIMIT));

        assertThat(reversed(read)).isEqualTo(latestFirst);
    }

    @Property(tries = 200)
    void fullTextOmitsTheEarliestFingerprints(@ForAll("fingerprints") List<Fingerprint> latestFirst) {
        String text = FingerprintCodec.encode(latestFirst, 100);

        List<Fingerprint> read = reversed(FingerprintCodec.decode(text));
        assertThat(latestFirst).startsWith(read.toArray(Fingerprint[]::new));
        assertThat(text).hasSizeLessThanOrEqualTo(100 + 30);
        assertThat(read.size() == latestFirst.size() || text.length() >= 100).isTrue();
    }

    @Test
    void contentHashedInAnotherWayIsUnknown() {
        Fingerprint before = new Fingerprint(1, 2, 3);

        Fingerprint read = storedAndRead(before).withUnknownContent();

        assertThat(read.hasSameContentAs(before)).isTrue();
        assertThat(read.hasSameContentAs(new Fingerprint(1, 7, 3))).isTrue();
    }

    @Test
    void unknownContentStaysUnknownWhenStored() {
        Fingerprint unknown = storedAndRead(new Fingerprint(1, 2, 3)).withUnknownContent();

        Fingerprint read = storedAndRead(unknown);

        assertThat(read.hasSameContentAs(new Fingerprint(1, 7, 3))).isTrue();
    }

    @Provide
    Arbitrary<List<Fingerprint>> fingerprints() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, (1L << 48) - 1),
                        Arbitraries.integers().between(0, Fingerprint.UNKNOWN_CONTENT),
                        Arbitraries.longs()
                                .between(-62_135_596_800_000L, 253_402_300_799_999L)
                                .optional(0.9)
                                .map(date -> date.orElse(Fingerprint.UNDATED)))
                .as(Fingerprint::new)
                .list()
                .ofMaxSize(50);
    }

    private static Fingerprint storedAndRead(Fingerprint fingerprint) {
        String text = FingerprintCodec.encode(List.of(fingerprint), NO_LIMIT);
        return FingerprintCodec.decode(text).get(0);
    }

    private static List<Fingerprint> reversed(List<Fingerprint> fingerprints) {
        List<Fingerprint> reversed = new ArrayList<>(fingerprints);
        Collections.reverse(reversed);
        return reversed;
    }
}
