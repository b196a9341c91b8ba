package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.http.HttpPageFetcher;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.validation.FailureDiagnosis;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tool says about the connector's reaction to a failure. The tool shares no code with the connector, so its words
 * are compared with the connector's table of remedies.
 */
class FailuresAgreeTest {

    private static final List<String> SETTINGS = List.of("api.key", "api.url", "api.proxy.url", "filter");

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 408, 410, 429, 500, 503})
    void aFailureNamesTheSettingsThatTheConnectorNames(int status) {
        try (OddApi api = OddApi.start()) {
            api.always = request -> Optional.of(new OddApi.Other(status, Map.of("Retry-After", "3600"), ""));
            OrganisationSettings organisation = new SmartIaSourceConfig(
                            Map.of("api.url", api.url(), "api.key", OddApi.KEY))
                    .organisations()
                    .get(0);
            ApiException failure = failure(organisation);
            String remedy = FailureDiagnosis.of(failure.kind(), organisation).remedy();

            String said = said(Checked.of(api));

            assertThat(said.contains("The task fails")).isEqualTo(!failure.isTransient());
            assertThat(SETTINGS)
                    .allSatisfy(setting -> assertThat(said.contains(setting))
                            .as("names %s", setting)
                            .isEqualTo(remedy.contains(setting)));
        }
    }

    private static ApiException failure(OrganisationSettings organisation) {
        CompletableFuture<SessionPage> page = new CompletableFuture<>();
        try (HttpPageFetcher fetcher = HttpPageFetcher.alone(organisation.api(), 1, Clock.systemUTC())) {
            fetcher.fetch(SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 1), page);
        }
        return (ApiException)
                catchThrowableOfType(CompletionException.class, page::join).getCause();
    }

    /** What the connector does, in the rows of what failed. */
    private static String said(Checked checked) {
        return checked.findings().stream()
                .filter(finding -> List.of("fails", "remark")
                        .contains(finding.path("verdict").asString()))
                .filter(finding ->
                        List.of("search", "key").contains(finding.path("id").asString()))
                .map(finding -> finding.path("connector").asString())
                .findFirst()
                .orElseThrow();
    }
}
