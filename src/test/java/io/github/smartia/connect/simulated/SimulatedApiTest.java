package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Where the simulated API is stricter or kinder than the real one, a fault of the connector would not show. */
class SimulatedApiTest {

    private static final Instant T0 = Instant.parse("2026-01-06T10:00:00.000Z");
    private static final Pupil ANN = Pupil.named(UUID.fromString("00000000-0000-4000-8000-00000000000a"), "Ann", "One");
    private static final Pupil BEN = Pupil.named(UUID.fromString("00000000-0000-4000-8000-00000000000b"), "Ben", "Two");

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(
            SimulatedApi.options().latency(Duration.ofMillis(50)).shuffledTies());

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts one second apart, ends the other way round: e0 starts first and ends last. */
    @BeforeEach
    void addSessions() {
        api.sessions()
                .add(startedAt(0, "e0", ANN, Assessment.ENGLISH)
                        .endedAt(T0.plusSeconds(100))
                        .build());
        api.sessions()
                .add(startedAt(1, "e1", BEN, Assessment.MATHS)
                        .endedAt(T0.plusSeconds(90))
                        .build());
        api.sessions()
                .add(startedAt(2, "e2", ANN, Assessment.SCIENCE)
                        .endedAt(T0.plusSeconds(80))
                        .build());
        api.sessions().add(startedAt(3, "e3", BEN, Assessment.ENGLISH).build());
    }

    private static SessionBuilder startedAt(int second, String name, Pupil pupil, Assessment test) {
        return SessionBuilder.inProgress()
                .startedAt(T0.plusSeconds(second))
                .id(id(name))
                .user(pupil)
                .test(test);
    }

    private static UUID id(String name) {
        return UUID.fromString("00000000-0000-4000-8000-0000000000" + name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{} | e0 e1 e2 e3",
                "{'sort':{'field':'startDate','direction':'desc'}} | e3 e2 e1 e0",
                "{'sort':{'field':'endDate'},'search':{'status':'COMPLETED'}} | e2 e1 e0",
                "{'sort':{'field':'endDate','direction':'desc'},'search':{'status':'COMPLETED'}} | e0 e1 e2",
                "{'search':{'status':'IN_PROGRESS'}} | e3",
                "{'search':{'endDate':{'gt':'2026-01-06T10:01:30.000Z'}}} | e0",
                "{'search':{'endDate':{'lt':'2026-01-06T10:01:30.000Z'}}} | e2",
                "{'search':{'endDate':{'gt':'2026-01-06T10:01:29.9999Z'}}} | e0 e1",
                "{'search':{'startDate':{'gt':'2026-01-06T10:00:01Z'},'endDate':{'lt':'2026-01-06T10:02:00Z'}}} | e2",
                "{'search':{'userIds':['00000000-0000-4000-8000-00000000000b']}} | e1 e3",
                "{'search':{'testIds':['a55e55ed-0000-4000-8000-000000000002']}} | e1",
                "{'search':{'subjects':['English','Science'],'status':'COMPLETED'}} | e0 e2",
                "{'search':{'subjects':[]},'offset':3,'cursor':null,'somethingNew':{}} | e3",
                "{'limit':2,'offset':1} | e1 e2",
                "{'limit':2,'cursor':'2'} | e2 e3",
                "{'limit':2,'offset':1,'sort':{'direction':'desc'}} | e2 e1",
                "{'offset':9} | ``",
                "? | e3",
                "?startDate[gt]=2026-01-06T10:00:03.000Z | ``",
                "?startDate[gt]=2026-01-06T10:00:02.999Z&sort[field]=startDate&sort[direction]=desc | e3",
                "?limit=1&offset=1 | ``",
                "?userId=00000000-0000-4000-8000-00000000000b&userId=any&subject=English | e3",
                "?testId=a55e55ed-0000-4000-8000-000000000002 | ``"
            })
    void bothCallsFindMatchesInOrder(String request, String expected) throws Exception {
        assertThat(names(ask(request))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'limit':101}",
                "{'limit':'1'}",
                "{'limit':1.5}",
                "{'offset':-1}",
                "{'sort':{'field':'status'}}",
                "{'sort':{'direction':'up'}}",
                "{'search':{'status':'DONE'}}",
                "{'search':{'status':'ANY'}}",
                "{'search':{'testIds':'one'}}",
                "{'search':{'endDate':{'gt':'yesterday'}}}",
                "{'search':{'endDate':{'eq':'2026-01-06'}}}",
                "?startDate[lt]=1",
                "?limit=0",
                "?limit=1&limit=2",
                "?userId="
            })
    void aMalformedRequestGets400(String request) throws Exception {
        assertThat(ask(request).statusCode()).isEqualTo(400);
    }

    @Test
    void shuffledTiesStayWithinTheirDate() throws Exception {
        List<SimulatedSession> ties = Stream.generate(() ->
                        SessionBuilder.inProgress().startedAt(T0.plusMillis(1)).build())
                .limit(50)
                .toList();
        api.sessions().addAll(ties);

        List<String> once = ids(ask("{'limit':51}"));
        List<String> again = ids(ask("{'limit':51}"));

        assertThat(once).startsWith(id("e0").toString());
        assertThat(once.subList(1, 51))
                .containsExactlyInAnyOrderElementsOf(ties.stream()
                        .map(session -> session.sessionId().toString())
                        .toList());
        assertThat(again).containsExactlyInAnyOrderElementsOf(once).isNotEqualTo(once);
    }

    @Test
    void requestsAreCountedAndThoseInFlight() {
        Stream.generate(() -> http.sendAsync(request("{}"), BodyHandlers.ofString()))
                .limit(16)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(api.requests().count()).isEqualTo(16);
        assertThat(api.requests().maxConcurrent()).isGreaterThan(8);
    }

    /** Sends the body of a search, or the query of the GET call. */
    private HttpResponse<String> ask(String request) throws IOException, InterruptedException {
        return http.send(request(request), BodyHandlers.ofString());
    }

    private HttpRequest request(String request) {
        boolean isQuery = request.startsWith("?");
        String call = isQuery ? "in-progress" + request.replace("[", "%5B").replace("]", "%5D") : "search";
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(api.url() + "/smart-ia/sessions/" + call))
                .header("x-api-key", api.key());
        return isQuery
                ? http.build()
                : http.POST(BodyPublishers.ofString(request.replace('\'', '"'))).build();
    }

    private static List<String> ids(HttpResponse<String> response) {
        return JsonMapper.shared()
                .readTree(response.body())
                .path("data")
                .valueStream()
                .map(session -> session.path("sessionId").asString())
                .toList();
    }

    private static String names(HttpResponse<String> response) {
        return ids(response).stream().map(id -> id.substring(id.length() - 2)).collect(Collectors.joining(" "));
    }
}
