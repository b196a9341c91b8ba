package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyHeaderTest {

    private final KeyHeader header = new KeyHeader(new ApiKey("a-key"));

    @Test
    void carriesTheKey() {
        assertThat(header.getName()).isEqualTo("x-api-key");
        assertThat(header.getValue()).isEqualTo("a-key");
    }

    @Test
    void doesNotShowTheKey() {
        assertThat(header).hasToString("x-api-key: [hidden]");
        assertThat(header.isSensitive()).isTrue();
    }
}
