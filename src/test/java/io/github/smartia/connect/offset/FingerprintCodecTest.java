package io.github.smartia.connect.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, -64, 64, -65, 8_191, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void everyDateIsRead(long date) {
        Fingerprint fingerprint = new Fingerprint(0xFF22_3344_5566L, 0xFF4455, date);

        assertThat(storedAndRead(fingerprint)).isEqualTo(fingerprint);
    }

    @Test
    void datesCloseTogetherTakeFewCharacters() {
        assertThat(FingerprintCodec.encode(List.of(new Fingerprint(1, 2, -64)), NO_LIMIT))
                .hasSize(14);
        assertThat(FingerprintCodec.encode(List.of(new Fingerprint(1, 2, 64)), NO_LIMIT))
                .hasSize(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "gICA", "____________________", "§"})
    void truncatedTextIsRejected(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FingerprintCodec.decode(text));
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
