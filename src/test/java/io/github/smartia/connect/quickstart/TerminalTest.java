package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void aTerminalCanRedraw() {
        assertThat(Terminal.canRedraw(true, Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(Terminal.canRedraw(true, Map.of("WT_SESSION", "1"))).isTrue();
    }

    @Test
    void aPipeCannot() {
        assertThat(Terminal.canRedraw(false, Map.of("TERM", "xterm-256color"))).isFalse();
        assertThat(Terminal.canRedraw(false, Map.of("WT_SESSION", "1"))).isFalse();
    }

    @Test
    void aDumbOrUnknownTerminalCannot() {
        assertThat(Terminal.canRedraw(true, Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.canRedraw(true, Map.of())).isFalse();
    }
}
