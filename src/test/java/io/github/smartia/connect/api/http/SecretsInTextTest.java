package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.junit.jupiter.api.Test;

class SecretsInTextTest {

    @Test
    void keyTravelsInItsHeader() {
        Header header = SecretHeader.apiKey(Queries.KEY);

        assertThat(header.getName()).isEqualTo("x-api-key");
        assertThat(header.getValue()).isEqualTo(Queries.KEY);
        assertThat(header.isSensitive()).isTrue();
    }

    @Test
    void keyShowsInNoToString() {
        ApiOptions options = Queries.options("https://api.example/v1");

        assertThat(options.key()).hasToString("x-api-key: [hidden]");
        assertThat(options.toString()).doesNotContain(Queries.KEY);
        assertThat(ApiCall.of(Queries.COMPLETED, options))
                .hasToString("POST https://api.example/v1/smart-ia/sessions/search");
        assertThat(ApiCall.of(Queries.COMPLETED, options).request(options).toString())
                .doesNotContain(Queries.KEY);
    }

    @Test
    void pupilsToFilterByShowInNoToString() {
        SessionFilter filter = new SessionFilter(List.of("t-1"), List.of("u-1"), List.of());
        ApiOptions options = Queries.options("https://api.example/v1", InProgressEndpoint.IN_PROGRESS, filter);

        assertThat(options.toString()).contains("1 users").doesNotContain("u-1");
        assertThat(ApiCall.of(Queries.IN_PROGRESS, options))
                .hasToString("GET https://api.example/v1/smart-ia/sessions/in-progress");
    }
}
