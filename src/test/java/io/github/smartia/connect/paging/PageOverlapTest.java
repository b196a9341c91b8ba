package io.github.smartia.connect.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageOverlapTest {

    private final PageOverlap overlap = new PageOverlap(100);

    @Test
    void disconnectedPagesDoubleTheOverlap() {
        assertThat(overlap.sessions()).isEqualTo(4);
        overlap.disconnected();
        assertThat(overlap.sessions()).isEqualTo(8);
        for (int i = 0; i < 10; i++) {
            overlap.disconnected();
        }

        assertThat(overlap.sessions()).isEqualTo(50);
    }

    @Test
    void manyConnectedPagesHalveTheOverlap() {
        overlap.disconnected();
        overlap.disconnected();
        hold(15);
        assertThat(overlap.sessions()).isEqualTo(16);
        hold(1);
        assertThat(overlap.sessions()).isEqualTo(8);
        hold(15);
        overlap.disconnected();
        hold(15);
        assertThat(overlap.sessions()).as("counted again after a break").isEqualTo(16);
        hold(100);

        assertThat(overlap.sessions()).as("two dates must fit in").isEqualTo(4);
    }

    private void hold(int seams) {
        for (int i = 0; i < seams; i++) {
            overlap.connected();
        }
    }
}
