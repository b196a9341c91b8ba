package io.github.smartia.connect.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartIaSourceConfigTest {

    private static final Map<String, String> EVERYTHING_SET = Map.ofEntries(
            Map.entry("api.url", "http://localhost:8080/v2/"),
            Map.entry("api.key", "another-key"),
            Map.entry("api.connect.timeout.ms", "1"),
            Map.entry("api.response.timeout.ms", "2"),
            Map.entry("api.ssl.truststore.location", trustStore()),
            Map.entry("api.ssl.truststore.password", ""),
            Map.entry("api.ssl.truststore.type", "pem"),
            Map.entry("api.proxy.url", "http://worker:p%40ss@proxy.example:3128"),
            Map.entry("api.max.concurrent.requests", "3"),
            Map.entry("api.max.requests.per.second", "0.5"),
            Map.entry("api.max.retries", "7"),
            Map.entry("api.retry.backoff.ms", "8"),
            Map.entry("api.retry.backoff.max.ms", "9"),
            Map.entry("streams", "in-progress"),
            Map.entry("start.date", "2026-09-01"),
            Map.entry("poll.interval.ms", "10"),
            Map.entry("lookback.ms", "0"),
            Map.entry("page.size", "11"),
            Map.entry("in.progress.endpoint", "in-progress"),
            Map.entry("filter.test.ids", "t1,t2"),
            Map.entry("filter.user.ids", "u1"),
            Map.entry("filter.subjects", "Maths, English"),
            Map.entry("topic.completed", "done"),
            Map.entry("topic.in.progress", "open"),
            Map.entry("dead.letter.topic", "broken"),
            Map.entry("in.progress.tombstones", "false"),
            Map.entry("record.timestamp", "event"),
            Map.entry("record.shape", "flat"),
            Map.entry("user.fields.exclude", "fullName, dateOfBirth"),
            Map.entry("user.fields.pseudonymise", "userId,emails"),
            Map.entry("user.pseudonym.secret", "a secret of the right length"),
            Map.entry("metrics.max.organisations", "12"));

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
    void theKeyIsRequired() {
        assertThatThrownBy(() -> new SmartIaSourceConfig(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("api.key");
    }

    @Test
    void unknownNamesAreReportedAndNotRefused() {
        SmartIaSourceConfig config =
                new SmartIaSourceConfig(Properties.with("user.fields.exclud", "upn", "note", "a", "tasks.max", "1"));

        assertThat(config.unknownNames())
                .containsExactly(
                        "note is not a setting of this connector or of Kafka Connect, and has no effect.",
                        "user.fields.exclud is not a setting of this connector. Did you mean user.fields.exclude?");
    }

    @Test
    void settingsOfATaskAreNotUnknown() {
        Map<String, String> connector = Map.of(
                "organisations", "oaks,elms",
                "organisations.oaks.api.key", "key-1",
                "organisations.elms.api.key", "key-2");

        assertThat(new SmartIaSourceConfig(TaskProperties.of(connector, List.of("elms"), 1)).unknownNames())
                .isEmpty();
    }

    @Test
    void settingsAtOddsAreRefused() {
        assertThatThrownBy(() -> new SmartIaSourceConfig(
                        Properties.with("topic.completed", "same", "topic.in.progress", "same")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("topic.in.progress");
    }

    @Test
    void neitherTheKeyNorTheIdsOfPupilsShowInText() {
        SmartIaSourceConfig config = new SmartIaSourceConfig(Properties.with("filter.user.ids", "pupil-1"));

        assertThat(config.organisations().toString()).doesNotContain(Properties.KEY, "pupil-1");
    }

    @Test
    void neitherTheProxysNorTheTrustStoresPasswordShowInText() {
        String organisations =
                new SmartIaSourceConfig(EVERYTHING_SET).organisations().toString();

        assertThat(organisations).contains("proxy.example").doesNotContain("p@ss", "p%40ss", "worker");
    }

    @Test
    void neitherTheKeyNorTheIdsOfPupilsShowInLogs() {
        String log = loggedBy(() -> new SmartIaSourceConfig(Properties.with("filter.user.ids", "pupil-1")));

        assertThat(log).doesNotContain(Properties.KEY, "pupil-1");
    }

    @ParameterizedTest
    @CsvSource({
        "api.connect.timeout.ms, 1, 3600000",
        "api.response.timeout.ms, 1, 3600000",
        "api.max.concurrent.requests, 1, 100",
        "api.max.requests.per.second, 0.001, 1000000",
        "api.max.retries, -1, 2147483647",
        "poll.interval.ms, 1, 604800000",
        "lookback.ms, 0, 2678400000",
        "page.size, 1, 100",
    })
    void theEndsOfARangeBelongToIt(String setting, String least, String most) {
        assertThatCode(() -> new SmartIaSourceConfig(Properties.with(setting, least)))
                .doesNotThrowAnyException();
        assertThatCode(() -> new SmartIaSourceConfig(Properties.with(setting, most)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "api.connect.timeout.ms, 0",
        "api.connect.timeout.ms, 3600001",
        "api.response.timeout.ms, 0",
        "api.response.timeout.ms, 3600001",
        "api.max.concurrent.requests, 0",
        "api.max.concurrent.requests, 101",
        "api.max.requests.per.second, 0",
        "api.max.requests.per.second, NaN",
        "api.max.requests.per.second, Infinity",
        "api.max.retries, -2",
        "api.retry.backoff.ms, 0",
        "api.retry.backoff.max.ms, 86400001",
        "poll.interval.ms, 0",
        "poll.interval.ms, 604800001",
        "lookback.ms, -1",
        "lookback.ms, 2678400001",
        "page.size, 0",
        "page.size, 101",
        "page.size, many",
        "streams, finished",
        "start.date, yesterday",
        "in.progress.endpoint, GET",
        "filter.test.ids, 'a,,b'",
        "filter.user.ids, 'a,,b'",
        "filter.subjects, 'a,,b'",
        "topic.completed, a topic",
        "topic.in.progress, a topic",
        "dead.letter.topic, a topic",
        "in.progress.tombstones, maybe",
        "record.timestamp, now",
        "record.shape, wide",
        "api.url, ftp://connect.century.tech",
        "api.ssl.truststore.location, /nowhere/ca.pem",
        "api.ssl.truststore.type, BKS",
        "api.proxy.url, proxy.example",
        "api.key, ' '",
        "user.fields.exclude, nickname",
        "user.fields.exclude, userId",
        "user.fields.exclude, 'upn,upn'",
        "user.fields.pseudonymise, nickname",
        "user.fields.pseudonymise, dateOfBirth",
        "user.fields.pseudonymise, 'upn,upn'",
        "user.pseudonym.secret, fifteen letters",
        "user.pseudonym.secret, ${file:/a/b:c-d-e-f-g-h}",
    })
    void aWrongValueIsRefusedByTheNameOfItsSetting(String setting, String value) {
        assertThatThrownBy(() -> new SmartIaSourceConfig(Properties.with(setting, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(setting);
    }

    /** A file that lies where tests are. */
    private static String trustStore() {
        return Path.of("src/test/resources/io/github/smartia/connect/config/ca.pem")
                .toString();
    }

    private static String loggedBy(Runnable action) {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(console);
        }
        return log.toString(UTF_8);
    }

    @Test
    void aSessionMayBeAsLargeAsTheProducersDefaultLessAMargin() {
        assertThat(maxSessionBytes(Properties.minimal())).isEqualTo(1_040_384);
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
    void aSessionMayBeAsLargeAsTheConnectorsProducerTakes(String maxRequestSize, long bytes) {
        assertThat(maxSessionBytes(Properties.with("producer.override.max.request.size", maxRequestSize)))
                .isEqualTo(bytes);
    }

    private static long maxSessionBytes(Map<String, String> properties) {
        return new SmartIaSourceConfig(properties).organisations().get(0).api().maxSessionBytes();
    }

    @Test
    void theProducersSettingIsNotDefinedAsOurs() {
        assertThat(SmartIaSourceConfig.definition().names()).noneMatch(name -> name.startsWith("producer."));
    }
}
