package io.github.smartia.connect.record.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    /** RFC 4231, test case 2. */
    @Test
    void areTheHmacInBase64ForUrlsWithoutPadding() {
        assertThat(new Pseudonyms("Jefe").of("what do ya want for nothing?"))
                .isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
    }

    @Test
    void areWhatTheDocumentedCommandComputes() throws InterruptedException {
        String secret = "a secret of the right length";

        String computed = DocumentedCommand.of("src/docs/privacy.md", "printf")
                .run(Map.of("VALUE", "Zoë 100%", "SECRET", secret));

        assertThat(computed.strip()).isEqualTo(new Pseudonyms(secret).of("Zoë 100%"));
    }
}
