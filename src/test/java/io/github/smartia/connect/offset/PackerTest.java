package io.github.smartia.connect.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackerTest {

    private final Packer packer = new Packer();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, -64, 64, -65, 8_191, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void variableNumbersAreRead(long number) {
        packer.variable(number);
        Unpacker unpacker = new Unpacker(packer.text());

        assertThat(unpacker.variable()).isEqualTo(number);
        assertThat(unpacker.hasMore()).isFalse();
    }

    @Test
    void numbersCloseToZeroAreShort() {
        packer.variable(-64);
        assertThat(packer.chars()).isEqualTo(2);
        packer.variable(64);
        assertThat(packer.chars()).isEqualTo(4);
    }

    @Test
    void lowBytesOfFixedNumbersAreRead() {
        packer.fixed(0x1122_3344_5566L, 5);
        packer.fixed(0xFF, 1);
        Unpacker unpacker = new Unpacker(packer.text());

        assertThat(unpacker.fixed(5)).isEqualTo(0x22_3344_5566L);
        assertThat(unpacker.fixed(1)).isEqualTo(0xFF);
    }

    @Test
    void lengthOfTheTextIsKnown() {
        for (int bytes = 0; bytes < 10; bytes++) {
            assertThat(packer.text()).hasSize(packer.chars());
            packer.fixed(bytes, 1);
        }
    }

    @Test
    void truncatedTextIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Unpacker("AAAA").fixed(4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Unpacker("____________________").variable());
        assertThatIllegalArgumentException().isThrownBy(() -> new Unpacker("§"));
    }
}
