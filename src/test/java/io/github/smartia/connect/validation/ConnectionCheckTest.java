package io.github.smartia.connect.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.config.Problem;
import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionCheckTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void findsNothingWhereTheApiAnswers() {
        assertThat(check(FakePageFetcher.answering())).isEmpty();
    }

    @Test
    void asksForOneSessionOfAStreamThatIsRead() {
        FakePageFetcher api = FakePageFetcher.answering();

        check(api, "streams", "in-progress");

        assertThat(api.queries).containsExactly(SessionQuery.of(Status.IN_PROGRESS, DateField.START_DATE, 1));
    }

    @Test
    void pinsARefusedKeyOnTheKey() {
        assertThat(check(FakePageFetcher.failing(answered(Kind.KEY_REJECTED, 403))))
                .singleElement()
                .satisfies(problem -> assertProblem(problem, "api.key", "POST search: 403. ", "permission"));
    }

    @Test
    void pinsAnApiThatIsNotThereOnTheUrl() {
        assertThat(check(FakePageFetcher.failing(answered(Kind.WRONG_URL, 404))))
                .singleElement()
                .satisfies(problem -> assertProblem(problem, "api.url", "POST search: 404", "path"));
    }

    @Test
    void pinsAHostThatCannotBeReachedOnTheUrl() {
        ApiException failure = ApiExceptions.noAnswer(Kind.UNREACHABLE, "POST search: host not found");

        assertThat(check(FakePageFetcher.failing(failure)))
                .singleElement()
                .satisfies(problem -> assertProblem(problem, "api.url", "POST search: host not found", "DNS"));
    }

    @ParameterizedTest
    @MethodSource
    void acceptsSettingsWhileTheApiIsDown(Kind kind, IOException cause) {
        ApiException failure = ApiException.withoutResponse(kind, "POST search: no connection", cause);

        assertThat(check(FakePageFetcher.failing(failure))).isEmpty();
    }

    static Stream<Arguments> acceptsSettingsWhileTheApiIsDown() {
        return Stream.of(
                arguments(Kind.UNREACHABLE, new ConnectException("Connection refused")),
                arguments(Kind.UNREACHABLE, new NoRouteToHostException("No route to host")),
                arguments(Kind.UNREACHABLE, new SocketTimeoutException("Connect timed out")),
                arguments(Kind.PROXY_UNREACHABLE, new IOException(new ConnectException("Connection refused"))));
    }

    @ParameterizedTest
    @MethodSource
    void refusesAUrlThatCannotBeRight(IOException cause) {
        ApiException failure = ApiException.withoutResponse(Kind.UNREACHABLE, "POST search: no connection", cause);

        assertThat(check(FakePageFetcher.failing(failure)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.setting()).isEqualTo("api.url"));
    }

    static Stream<IOException> refusesAUrlThatCannotBeRight() {
        return Stream.of(new UnknownHostException("connect.example"), new SSLHandshakeException("unknown CA"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PROXY_UNREACHABLE", "PROXY_REJECTED"})
    void pinsWhatFailsAtTheProxyOnTheProxy(Kind kind) {
        ApiException failure = ApiExceptions.noAnswer(kind, "POST search: 407");

        assertThat(check(FakePageFetcher.failing(failure)))
                .singleElement()
                .satisfies(problem -> assertProblem(problem, "api.proxy.url", "POST search: 407", "proxy"));
    }

    @Test
    void pinsARefusedRequestOnTheFiltersThatAreSet() {
        List<Problem> problems = check(
                FakePageFetcher.failing(answered(Kind.REQUEST_REJECTED, 400)),
                "filter.test.ids",
                "t1",
                "filter.subjects",
                "Alchemy");

        assertThat(problems).extracting(Problem::setting).containsExactly("filter.test.ids", "filter.subjects");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).contains("POST search: 400"));
    }

    @Test
    void pinsARefusedRequestWithoutFiltersOnTheUrl() {
        assertThat(check(FakePageFetcher.failing(answered(Kind.REQUEST_REJECTED, 400))))
                .singleElement()
                .satisfies(problem -> assertProblem(problem, "api.url", "POST search: 400", "URL"));
    }

    @Test
    void letsAFaultPassThatMayPass() {
        assertThat(check(FakePageFetcher.failing(answered(Kind.TRANSIENT, 503))))
                .isEmpty();
    }

    @Test
    void letsPassWhatNobodyForesaw() {
        assertThat(check(FakePageFetcher.throwing(new IllegalStateException("a bug"))))
                .isEmpty();
    }

    @Test
    @Timeout(10)
    void givesUpARequestThatHangsAndLetsItPass() {
        FakePageFetcher api = FakePageFetcher.hanging();

        assertThat(check(api)).isEmpty();
        assertThat(api.request.join()).isCancelled();
    }

    @Test
    void givesUpWhenInterruptedAndStaysInterrupted() {
        FakePageFetcher api = FakePageFetcher.hanging();
        Thread.currentThread().interrupt();

        assertThat(check(api)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(api.request.join()).isCancelled();
    }

    @Test
    void closesTheClientWhateverComes() {
        List<FakePageFetcher> apis = List.of(
                FakePageFetcher.answering(),
                FakePageFetcher.failing(answered(Kind.KEY_REJECTED, 401)),
                FakePageFetcher.hanging());

        apis.forEach(ConnectionCheckTest::check);

        assertThat(apis).allSatisfy(api -> assertThat(api.closed).isTrue());
    }

    @Test
    void aRefusedKeyAmongOthersIsNoError() {
        Map<String, FakePageFetcher> apis = Map.of(
                "oaks", FakePageFetcher.failing(answered(Kind.KEY_REJECTED, 401)), "elms", FakePageFetcher.answering());

        assertThat(check(apis)).isEmpty();
        assertThat(apis.values()).allSatisfy(api -> assertThat(api.closed).isTrue());
    }

    @Test
    void whereEveryKeyIsRefusedEachIsToBeCorrected() {
        assertThat(check(Map.of(
                        "oaks", FakePageFetcher.failing(answered(Kind.KEY_REJECTED, 401)),
                        "elms", FakePageFetcher.failing(answered(Kind.KEY_REJECTED, 403)))))
                .extracting(Problem::setting)
                .containsExactlyInAnyOrder("organisations.oaks.api.key", "organisations.elms.api.key");
    }

    @Test
    void aUrlThatIsWrongForAllIsOneProblem() {
        assertThat(check(Map.of(
                        "oaks", FakePageFetcher.failing(answered(Kind.WRONG_URL, 404)),
                        "elms", FakePageFetcher.failing(answered(Kind.WRONG_URL, 404)))))
                .singleElement()
                .satisfies(problem -> assertProblem(problem, "api.url", "POST search: 404", "path"));
    }

    @Test
    void ofAThousandSomeAreAskedEvenlySpreadOverThem() {
        List<String> asked = new ArrayList<>();
        SmartIaSourceConfig thousand = organisations(
                IntStream.range(0, 1_000).mapToObj("school-%03d"::formatted).toList());

        new ConnectionCheck(organisation -> {
                    asked.add(organisation.name());
                    return FakePageFetcher.answering();
                })
                .check(thousand);

        assertThat(asked).hasSize(20).doesNotHaveDuplicates().contains("school-000", "school-500", "school-950");
    }

    @Test
    @Timeout(10)
    void manyThatHangAreGivenUpTogetherInTheTimeOfOne() {
        List<FakePageFetcher> apis = new ArrayList<>();
        SmartIaSourceConfig many = organisations(
                IntStream.range(0, 30).mapToObj("school-%03d"::formatted).toList());

        assertThat(new ConnectionCheck(
                                organisation -> {
                                    apis.add(FakePageFetcher.hanging());
                                    return apis.get(apis.size() - 1);
                                },
                                SHORT)
                        .check(many))
                .isEmpty();

        assertThat(apis).hasSize(5).allSatisfy(api -> assertThat(api.closed).isTrue());
    }

    private static List<Problem> check(Map<String, FakePageFetcher> apis) {
        return new ConnectionCheck(organisation -> apis.get(organisation.name()), Duration.ofSeconds(5))
                .check(organisations(List.copyOf(apis.keySet())));
    }

    private static SmartIaSourceConfig organisations(List<String> names) {
        Map<String, String> settings = new HashMap<>(Map.of("organisations", String.join(",", names)));
        names.forEach(name -> settings.put("organisations." + name + ".api.key", "key-of-" + name));
        return new SmartIaSourceConfig(settings);
    }

    private static ApiException answered(Kind kind, int status) {
        return ApiExceptions.answered(kind, status, "POST search: " + status);
    }

    private static List<Problem> check(FakePageFetcher api, String... settings) {
        return new ConnectionCheck(organisation -> api, SHORT)
                .check(new SmartIaSourceConfig(Properties.with(settings)));
    }

    private static void assertProblem(Problem problem, String setting, String cause, String advice) {
        assertThat(problem.setting()).isEqualTo(setting);
        assertThat(problem.message()).contains(cause, advice).doesNotContain(Properties.KEY);
    }
}
