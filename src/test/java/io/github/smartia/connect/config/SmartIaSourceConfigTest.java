package io.github.smartia.connect.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.RequestLimits;
import io.github.smartia.connect.api.RetryPolicy;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.api.http.SecretHeader;
import io.github.smartia.connect.api.http.Transport;
import io.github.smartia.connect.api.http.Transport.Proxy;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.read.ReadSettings.Extra;
import io.github.smartia.connect.record.RecordShape;
import io.github.smartia.connect.record.RecordTimestamp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.security.KeyStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartIaSourceConfigTest {

    private static final Map<String, String> EVERYTHING_SET = Properties.with(
            "api.url", "http://localhost:8080/v2//",
            "api.key", "another-key",
            "api.connect.timeout.ms", "1",
            "api.response.timeout.ms", "2",
            "api.ssl.truststore.location", "src/test/resources/io/github/smartia/connect/config/ca.pem",
            "api.ssl.truststore.password", "",
            "api.ssl.truststore.type", "pem",
            "api.proxy.url", "http://worker:p%40ss@proxy.example:3128",
            "api.max.concurrent.requests", "3",
            "api.max.requests.per.second", "0.5",
            "api.max.retries", "7",
            "api.retry.backoff.ms", "8",
            "api.retry.backoff.max.ms", "9",
            "streams", "in-progress",
            "start.date", "2026-09-01",
            "poll.interval.ms", "10",
            "lookback.ms", "0",
            "page.size", "11",
            "in.progress.endpoint", "in-progress",
            "filter.test.ids", "t1,t2",
            "filter.user.ids", "u1",
            "filter.subjects", "Maths, English",
            "topic.completed", "done",
            "topic.in.progress", "open",
            "dead.letter.topic", "broken",
            "in.progress.tombstones", "false",
            "record.timestamp", "event",
            "record.shape", "flat",
            "user.fields.exclude", "fullName, dateOfBirth",
            "user.fields.pseudonymise", "userId,emails",
            "user.pseudonym.secret", "a secret of the right length",
            "metrics.max.organisations", "12");

    @Test
    void everySettingButTheKeyHasItsDocumentedDefault() {
        SmartIaSourceConfig config = new SmartIaSourceConfig(Map.of("api.key", "the-key"));

        assertThat(config.organisations())
                .singleElement()
                .extracting(OrganisationSettings::api)
                .isEqualTo(new ApiOptions(
                        "default",
                        URI.create("https://connect.century.tech/api/v1"),
                        SecretHeader.apiKey("the-key"),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        InProgressEndpoint.SEARCH,
                        SessionFilter.NONE,
                        "kafka-connect-smart-ia/" + ConnectorVersion.get(),
                        Transport.DIRECT,
                        1_040_384));
        assertThat(config.limits()).isEqualTo(new RequestLimits(4, 5.0));
        assertRetries(config.retries(), -1, Duration.ofSeconds(1), Duration.ofSeconds(60));
        assertThat(config.reading())
                .isEqualTo(new ReadSettings(
                        List.of(SessionStream.COMPLETED, SessionStream.IN_PROGRESS),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        Duration.ofDays(1),
                        100,
                        4,
                        Set.of(Extra.TOMBSTONES)));
        assertThat(config.topics())
                .isEqualTo(Map.of(
                        SessionStream.COMPLETED, "smart-ia.sessions.completed",
                        SessionStream.IN_PROGRESS, "smart-ia.sessions.in-progress"));
        assertThat(config.deadLetterTopic()).isEmpty();
        assertThat(TopicSettings.timestamp(config)).isEqualTo(RecordTimestamp.INGESTION);
        assertThat(TopicSettings.shape(config)).isEqualTo(RecordShape.NESTED);
        assertThat(config.privacy().excluded()).isEmpty();
        assertThat(config.privacy().pseudonymised()).isEmpty();
        assertThat(config.maxOrganisationsWithMetrics()).isEqualTo(100);
    }

    @Test
    void everySettingReachesItsValue() throws KeyStoreException {
        SmartIaSourceConfig config = new SmartIaSourceConfig(EVERYTHING_SET);

        ApiOptions api = config.organisations().get(0).api();
        assertThat(api.url()).isEqualTo(URI.create("http://localhost:8080/v2"));
        assertThat(config.organisations().get(0).key()).isEqualTo("another-key");
        assertThat(api.connectTimeout()).isEqualTo(Duration.ofMillis(1));
        assertThat(api.responseTimeout()).isEqualTo(Duration.ofMillis(2));
        assertThat(api.inProgressEndpoint()).isEqualTo(InProgressEndpoint.IN_PROGRESS);
        assertThat(api.filter())
                .isEqualTo(new SessionFilter(List.of("t1", "t2"), List.of("u1"), List.of("English", "Maths")));
        assertThat(api.transport().trusted().orElseThrow().size()).isEqualTo(1);
        assertThat(api.transport().proxy()).contains(new Proxy("proxy.example", 3128, Optional.of("worker:p@ss")));
        assertThat(config.limits()).isEqualTo(new RequestLimits(3, 0.5));
        assertRetries(config.retries(), 7, Duration.ofMillis(8), Duration.ofMillis(9));
        assertThat(config.reading())
                .isEqualTo(new ReadSettings(
                        List.of(SessionStream.IN_PROGRESS),
                        Optional.of(Instant.parse("2026-09-01T00:00:00Z")),
                        Duration.ofMillis(10),
                        Duration.ZERO,
                        11,
                        3,
                        Set.of(Extra.DEAD_LETTERS)));
        assertThat(config.topics())
                .isEqualTo(Map.of(SessionStream.COMPLETED, "done", SessionStream.IN_PROGRESS, "open"));
        assertThat(config.deadLetterTopic()).contains("broken");
        assertThat(TopicSettings.timestamp(config)).isEqualTo(RecordTimestamp.EVENT);
        assertThat(TopicSettings.shape(config)).isEqualTo(RecordShape.FLAT);
        assertThat(config.privacy().excluded()).containsExactlyInAnyOrder("fullName", "dateOfBirth");
        assertThat(config.privacy().pseudonymised()).containsExactlyInAnyOrder("userId", "emails");
        assertThat(config.maxOrganisationsWithMetrics()).isEqualTo(12);
    }

    private static void assertRetries(RetryPolicy policy, int most, Duration first, Duration longest) {
        assertThat(policy.maxRetries()).isEqualTo(most);
        assertThat(policy.backoff()).isEqualTo(first);
        assertThat(policy.maxBackoff()).isEqualTo(longest);
    }

    @Test
    void noSettingIsLeftOutOfTheTestOfAll() {
        Set<String> all = new HashSet<>(EVERYTHING_SET.keySet());
        // Not beside api.key: OrganisationsTest has it.
        all.add("organisations");

        assertThat(SmartIaSourceConfig.definition().names()).isEqualTo(all);
    }

    @Test
    void everySettingIsPresentable() {
        assertThat(SmartIaSourceConfig.definition().configKeys().values()).allSatisfy(setting -> {
            assertThat(setting.documentation).endsWith(".").hasSizeGreaterThan(50);
            assertThat(setting.displayName).isNotBlank();
            assertThat(setting.group).isNotBlank();
            assertThat(setting.orderInGroup).isPositive();
        });
    }

    @Test
    void unknownNamesAreReportedAndNotErrors() {
        SmartIaSourceConfig config =
                new SmartIaSourceConfig(Properties.with("user.fields.exclud", "upn", "note", "a", "tasks.max", "1"));

        assertThat(config.unknownNames())
                .containsExactly(
                        "note is not a setting of this connector or of Kafka Connect, and has no effect.",
                        "user.fields.exclud is not a setting of this connector. Did you mean user.fields.exclude?");
    }

    @Test
    void settingsOfATaskAreNotUnknown() {
        Map<String, String> connector = Properties.organisations(List.of("oaks", "elms"));

        assertThat(new SmartIaSourceConfig(TaskProperties.of(connector, List.of("elms"), 1)).unknownNames())
                .isEmpty();
    }

    @Test
    void noSecretAndNoPupilShowsInTextOrLogs() {
        Map<String, String> settings = new HashMap<>(EVERYTHING_SET);
        settings.put("filter.user.ids", "pupil-1");
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        String organisations;
        try {
            organisations = new SmartIaSourceConfig(settings).organisations().toString();
        } finally {
            System.setErr(console);
        }

        assertThat(organisations).contains("proxy.example");
        assertThat(organisations + log.toString(UTF_8))
                .doesNotContain("another-key", "pupil-1", "p@ss", "p%40ss", "worker");
    }

    @ParameterizedTest
    @CsvSource({
        "5000000, 4991808",
        "' 2097152 ', 2088960",
        // The margin is at most half.
        "10000, 5000",
        "0, 0",
        "2147483647, 2147475455",
        // The producer refuses these by itself.
        "lots, 1040384",
        "-1, 1040384",
        "2147483648, 1040384",
    })
    void sessionMayBeAsLargeAsTheProducerTakes(String maxRequestSize, long bytes) {
        SmartIaSourceConfig config =
                new SmartIaSourceConfig(Properties.with("producer.override.max.request.size", maxRequestSize));

        assertThat(config.organisations().get(0).api().maxSessionBytes()).isEqualTo(bytes);
    }
}
