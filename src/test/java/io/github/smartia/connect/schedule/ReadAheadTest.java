package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final ReadAhead readAhead = new ReadAhead(20, 9);

    @Test
    void fewerSweepsReadFurtherAhead() {
        readAhead.begin();
        readAhead.begin();
        assertThat(readAhead.pagesPerStream()).isEqualTo(9);

        readAhead.begin();
        readAhead.begin();
        assertThat(readAhead.pagesPerStream()).isEqualTo(5);
        readAhead.end();
        readAhead.end();

        assertThat(readAhead.pagesPerStream()).isEqualTo(9);
    }

    @Test
    void everyStreamMayReadOnePage() {
        for (int i = 0; i < 2_000; i++) {
            readAhead.begin();
        }

        assertThat(readAhead.pagesPerStream()).isEqualTo(1);
    }
}
