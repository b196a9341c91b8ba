package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final ReadAhead readAhead = new ReadAhead(20, 9);

    @Test
    void fewerSweepsReadFurtherAhead() {
        readAhead.begin("a");
        readAhead.begin("b");
        readAhead.begin("b");
        assertThat(readAhead.pagesPerStream()).isEqualTo(9);

        readAhead.begin("c");
        readAhead.begin("d");
        assertThat(readAhead.pagesPerStream()).isEqualTo(5);
        readAhead.end("c");
        readAhead.end("d");
        readAhead.end("d");

        assertThat(readAhead.pagesPerStream()).isEqualTo(9);
    }

    @Test
    void readAheadFollowsTheRequestsAtOnce() {
        assertThat(ReadAhead.of(4, 100).pagesPerStream()).isEqualTo(9);
        assertThat(ReadAhead.of(8, 10).pagesPerStream()).isEqualTo(17);
    }

    @Test
    void readAheadIsLimitedInSessions() {
        assertThat(ReadAhead.of(1_000, 100).pagesPerStream()).isEqualTo(160);
    }

    @Test
    void everyStreamMayReadOnePage() {
        for (int i = 0; i < 2_000; i++) {
            readAhead.begin(i);
        }

        assertThat(readAhead.pagesPerStream()).isEqualTo(1);
    }
}
