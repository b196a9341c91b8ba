package io.github.smartia.connect.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.FakeApi;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.config.Problem;
import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionCheckTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void oneSessionOfAStreamThatIsReadIsRequested() {
        FakeApi api = new FakeApi().serve();

        assertThat(check(api, "streams", "in-progress")).isEmpty();
        assertThat(api.queries()).containsExactly(SessionQuery.of(Status.IN_PROGRESS, DateField.START_DATE, 1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            KEY_REJECTED, api.key, give the key permission
            WRONG_URL, api.url, its host or its path
            UNREACHABLE, api.url, DNS
            PROXY_UNREACHABLE, api.proxy.url, host and port
            PROXY_REJECTED, api.proxy.url, user name and password
            REQUEST_REJECTED, api.url, check the filter settings
            """)
    void failureIsReportedOnTheSettingToCorrect(Kind kind, String setting, String advice) {
        assertThat(check(failing(kind))).singleElement().satisfies(problem -> {
            assertThat(problem.setting()).isEqualTo(setting);
            assertThat(problem.message())
                    .startsWith("POST search: no. ")
                    .contains(advice)
                    .doesNotContain(Properties.KEY);
        });
    }

    @Test
    void rejectedRequestIsReportedOnTheFiltersSet() {
        assertThat(check(failing(Kind.REQUEST_REJECTED), "filter.test.ids", "t1", "filter.subjects", "Alchemy"))
                .extracting(Problem::setting)
                .containsExactly("filter.test.ids", "filter.subjects");
    }

    @Test
    void hostThatCannotBeRightIsReported() {
        Stream.of(new UnknownHostException("connect.example"), new SSLHandshakeException("unknown CA"))
                .forEach(cause -> assertThat(check(new FakeApi().failWith(unreachable(Kind.UNREACHABLE, cause))))
                        .extracting(Problem::setting)
                        .containsExactly("api.url"));
    }

    static Stream<FakeApi> failuresThatMayPass() {
        return Stream.of(
                failing(Kind.TRANSIENT),
                new FakeApi().failWith(unreachable(Kind.UNREACHABLE, new ConnectException("Connection refused"))),
                new FakeApi().failWith(unreachable(Kind.UNREACHABLE, new NoRouteToHostException("No route to host"))),
                new FakeApi().failWith(unreachable(Kind.UNREACHABLE, new SocketTimeoutException("Connect timed out"))),
                new FakeApi()
                        .failWith(
                                unreachable(Kind.PROXY_UNREACHABLE, new IOException(new ConnectException("refused")))),
                new FakeApi().respond(page -> {
                    throw new IllegalStateException("a bug");
                }));
    }

    @ParameterizedTest
    @MethodSource("failuresThatMayPass")
    void whileTheApiIsDownSettingsAreAccepted(FakeApi api) {
        assertThat(check(api)).isEmpty();
        assertThat(api.isClosed()).isTrue();
    }

    @Test
    @Timeout(10)
    void requestThatHangsIsCancelledAndAccepted() {
        FakeApi api = new FakeApi();

        assertThat(check(api)).isEmpty();
        await().until(() -> api.queries().size() == 1);
        assertThat(api.request(0)).isCancelled();
        assertThat(api.isClosed()).isTrue();
    }

    @Test
    void interruptedCheckCancelsAndStaysInterrupted() {
        FakeApi api = new FakeApi();

        Thread.currentThread().interrupt();

        assertThat(check(api)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        await().until(() -> api.queries().size() == 1);
        assertThat(api.request(0)).isCancelled();
    }

    @Test
    void rejectedKeyAmongOthersIsNoError() {
        Map<String, FakeApi> apis = Map.of("oaks", failing(Kind.KEY_REJECTED), "elms", new FakeApi().serve());

        assertThat(check(apis)).isEmpty();
        assertThat(apis.values()).allSatisfy(api -> assertThat(api.isClosed()).isTrue());
    }

    @Test
    void ifEveryKeyIsRejectedEachIsReported() {
        assertThat(check(Map.of("oaks", failing(Kind.KEY_REJECTED), "elms", failing(Kind.KEY_REJECTED))))
                .extracting(Problem::setting)
                .containsExactlyInAnyOrder("organisations.oaks.api.key", "organisations.elms.api.key");
    }

    @Test
    void urlThatIsWrongForAllIsOneProblem() {
        assertThat(check(Map.of("oaks", failing(Kind.WRONG_URL), "elms", failing(Kind.WRONG_URL))))
                .extracting(Problem::setting)
                .containsExactly("api.url");
    }

    @Test
    void ofAThousandTwentyEvenlySpreadAreAsked() {
        List<String> asked = new ArrayList<>();

        new ConnectionCheck(organisation -> {
                    asked.add(organisation.name());
                    return new FakeApi().serve();
                })
                .check(schools(1_000));

        assertThat(asked).hasSize(20).doesNotHaveDuplicates().contains("school-000", "school-500", "school-950");
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "21, 0", "1000, 0"})
    void rejectedKeysAreErrorsOnlyIfEveryOrganisationWasAsked(int organisations, int errors) {
        ConnectionCheck check = new ConnectionCheck(organisation -> failing(Kind.KEY_REJECTED), Duration.ofSeconds(30));

        assertThat(check.check(schools(organisations))).hasSize(errors);
    }

    @Test
    void rejectedKeysAreNoErrorsIfTheDeadlineComesFirst() {
        List<String> asked = new ArrayList<>();

        List<Problem> problems = new ConnectionCheck(
                        organisation -> {
                            asked.add(organisation.name());
                            return new SlowlyClosing(failing(Kind.KEY_REJECTED));
                        },
                        SHORT)
                .check(schools(6));

        assertThat(asked).hasSize(5);
        assertThat(problems).isEmpty();
    }

    @Test
    @Timeout(10)
    void manyThatHangTakeTheTimeOfOne() {
        List<FakeApi> apis = new ArrayList<>();

        List<Problem> problems = new ConnectionCheck(
                        organisation -> {
                            apis.add(new FakeApi());
                            return apis.get(apis.size() - 1);
                        },
                        SHORT)
                .check(schools(30));

        assertThat(problems).isEmpty();
        assertThat(apis).hasSize(5).allSatisfy(api -> assertThat(api.isClosed()).isTrue());
    }

    /** Takes as long as the check may. */
    private record SlowlyClosing(PageFetcher fetcher) implements PageFetcher {

        @Override
        public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
            fetcher.fetch(query, page);
        }

        @Override
        public void close() {
            LockSupport.parkNanos(SHORT.toNanos());
        }
    }

    private static SmartIaSourceConfig schools(int count) {
        List<String> names =
                IntStream.range(0, count).mapToObj("school-%03d"::formatted).toList();
        return new SmartIaSourceConfig(Properties.organisations(names));
    }

    private static List<Problem> check(Map<String, FakeApi> apis) {
        return new ConnectionCheck(organisation -> apis.get(organisation.name()), Duration.ofSeconds(5))
                .check(new SmartIaSourceConfig(Properties.organisations(List.copyOf(apis.keySet()))));
    }

    private static List<Problem> check(FakeApi api, String... settings) {
        return new ConnectionCheck(organisation -> api, SHORT)
                .check(new SmartIaSourceConfig(Properties.with(settings)));
    }

    private static FakeApi failing(Kind kind) {
        return new FakeApi().failWith(ApiExceptions.noAnswer(kind, "POST search: no"));
    }

    private static ApiException unreachable(Kind kind, IOException cause) {
        return ApiException.withoutResponse(kind, "POST search: no connection", cause);
    }
}
