package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchTest {

    private static final Instant T0 = Instant.parse("2026-01-06T10:00:00.000Z");
    private static final Pupil ANN = Pupil.named(UUID.fromString("00000000-0000-4000-8000-00000000000a"), "Ann", "One");
    private static final Pupil BEN = Pupil.named(UUID.fromString("00000000-0000-4000-8000-00000000000b"), "Ben", "Two");
    private static final SimulatedApi API = SimulatedApi.start();
    private static final Client CLIENT = new Client(API);

    /** Starts one second apart, ends the other way round: e0 starts first and ends last. */
    @BeforeAll
    static void addSessions() {
        API.sessions().add(completed("e0", 0, 100, ANN, Assessment.ENGLISH));
        API.sessions().add(completed("e1", 1, 90, BEN, Assessment.MATHS));
        API.sessions().add(completed("e2", 2, 80, ANN, Assessment.SCIENCE));
        API.sessions()
                .add(SessionBuilder.inProgress()
                        .id(id("e3"))
                        .startedAt(T0.plusSeconds(3))
                        .user(BEN)
                        .build());
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    private static SimulatedSession completed(String name, int start, int end, Pupil pupil, Assessment test) {
        return SessionBuilder.completed()
                .id(id(name))
                .startedAt(T0.plusSeconds(start))
                .endedAt(T0.plusSeconds(end))
                .user(pupil)
                .test(test)
                .build();
    }

    private static UUID id(String name) {
        return UUID.fromString("00000000-0000-4000-8000-0000000000" + name);
    }

    private static String found(String body) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        Client.ids(CLIENT.found(body.replace('\'', '"'))).forEach(id -> names.add(id.substring(id.length() - 2)));
        return String.join(" ", names);
    }

    @Test
    void anEmptyBodyFindsAllByStartDateAscending() throws Exception {
        assertThat(found("{}")).isEqualTo("e0 e1 e2 e3");
        assertThat(CLIENT.found("{}").path("pagination").toString())
                .isEqualTo("{\"total\":4,\"limit\":100,\"offset\":0,\"previousCursor\":null,\"nextCursor\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'sort':{'field':'startDate','direction':'desc'}} | e3 e2 e1 e0",
                "{'sort':{'field':'endDate'},'search':{'status':'COMPLETED'}} | e2 e1 e0",
                "{'sort':{'field':'endDate','direction':'desc'},'search':{'status':'COMPLETED'}} | e0 e1 e2",
                "{'search':{'status':'IN_PROGRESS'}} | e3",
                "{'search':{'endDate':{'gt':'2026-01-06T10:01:30.000Z'}}} | e0",
                "{'search':{'endDate':{'gte':'2026-01-06T10:01:30.000Z'}}} | e0 e1",
                "{'search':{'endDate':{'lt':'2026-01-06T10:01:30.000Z'}}} | e2",
                "{'search':{'endDate':{'lte':'2026-01-06T10:01:30.000Z'}}} | e1 e2",
                "{'search':{'endDate':{'gt':'2026-01-06T10:01:29.999Z','lt':'2026-01-06T10:01:30.001Z'}}} | e1",
                "{'search':{'endDate':{'gt':'2026-01-06T10:01:29.9999Z'}}} | e0 e1",
                "{'search':{'endDate':{'gte':'2026-01-06T10:01:30.0001Z'}}} | e0",
                "{'search':{'endDate':{'gt':'2026-01-06T11:01:30.000+01:00'}}} | e0",
                "{'search':{'startDate':{'gt':1767693601}}} | e2 e3",
                "{'search':{'startDate':{'gt':'1767693601'}}} | e2 e3",
                "{'search':{'startDate':{'gt':'2026-01-06T10:00:01Z'},'endDate':{'lt':'2026-01-06T10:02:00Z'}}} | e2",
                "{'search':{'endDate':{'gt':'2026-01-06'}},'sort':{'field':'endDate'}} | e2 e1 e0",
                "{'search':{'userIds':['00000000-0000-4000-8000-00000000000b']}} | e1 e3",
                "{'search':{'testIds':['a55e55ed-0000-4000-8000-000000000002']}} | e1",
                "{'search':{'subjects':['English','Science'],'status':'COMPLETED'}} | e0 e2",
                "{'search':{'subjects':[]},'offset':3,'cursor':null,'somethingNew':{}} | e3",
                "{'limit':2,'offset':1} | e1 e2",
                "{'limit':2,'offset':1,'sort':{'direction':'desc'}} | e2 e1"
            })
    void findsWhatMatchesInTheRequestedOrder(String body, String expected) throws Exception {
        assertThat(found(body)).isEqualTo(expected);
    }

    @Test
    void anOffsetPastTheLastGetsAnEmptyPage() throws Exception {
        JsonNode response = CLIENT.found("{\"offset\":9}");

        assertThat(response.path("data")).isEmpty();
        assertThat(response.path("pagination").path("total").intValue()).isEqualTo(4);
    }

    @Test
    void cursorsLeadForthAndBack() throws Exception {
        JsonNode first = CLIENT.found("{\"limit\":2}");
        String next = first.path("pagination").path("nextCursor").asString();
        JsonNode second = CLIENT.found("{\"limit\":2,\"cursor\":\"" + next + "\"}");
        String back = second.path("pagination").path("previousCursor").asString();

        assertThat(Client.ids(second)).containsExactly(id("e2").toString(), id("e3").toString());
        assertThat(second.path("pagination").path("nextCursor").isNull()).isTrue();
        assertThat(Client.ids(CLIENT.found("{\"limit\":2,\"cursor\":\"" + back + "\"}")))
                .isEqualTo(Client.ids(first));
    }

    @Test
    void aCursorOfAnotherSortingGets400() throws Exception {
        String next = CLIENT.found("{\"limit\":2}")
                .path("pagination")
                .path("nextCursor")
                .asString();

        assertThat(CLIENT.search("{\"cursor\":\"" + next + "\",\"sort\":{\"direction\":\"desc\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{'limit':0}",
                "{'limit':101}",
                "{'limit':'many'}",
                "{'limit':1.5}",
                "{'offset':-1}",
                "{'offset':1,'cursor':'eyJza2lwIjoyLCJzb3J0IjpbWyJzdGFydERhdGUiLCJhc2MiXV19'}",
                "{'cursor':'garbage!'}",
                "{'cursor':'eyJ9'}",
                "{'sort':{'field':'status'}}",
                "{'sort':{'direction':'up'}}",
                "{'search':{'status':'DONE'}}",
                "{'search':{'testIds':'one'}}",
                "{'search':{'endDate':'2026-01-06'}}",
                "{'search':{'endDate':{'gt':'yesterday'}}}",
                "{'search':{'endDate':{'eq':'2026-01-06'}}}",
                "{'search':{'endDate':{'gt':'2026-01-06','gte':'2026-01-06'}}}",
                "{'search':{'endDate':{'lt':'2026-01-06','lte':'2026-01-06'}}}"
            })
    void aMalformedSearchGets400(String body) throws Exception {
        HttpResponse<String> response = CLIENT.search(body.replace('\'', '"'));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.read(response.body()).path("message").asString()).isNotBlank();
    }
}
