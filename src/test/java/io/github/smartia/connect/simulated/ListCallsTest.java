package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListCallsTest {

    private static final Instant T0 = Instant.parse("2026-01-06T10:00:00.000Z");
    private static final SimulatedSession OPEN =
            SessionBuilder.inProgress().startedAt(T0).test(Assessment.MATHS).build();
    private static final SimulatedSession DONE = SessionBuilder.completed()
            .startedAt(T0.plusSeconds(1))
            .endedAt(T0.plusSeconds(2))
            .build();
    private static final SimulatedApi API = SimulatedApi.start();
    private static final Client CLIENT = new Client(API);

    @BeforeAll
    static void addSessions() {
        API.sessions().add(OPEN);
        API.sessions().add(DONE);
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    private static String id(SimulatedSession session) {
        return session.sessionId().toString();
    }

    @Test
    void eachCallListsItsStatus() throws Exception {
        assertThat(Client.ids(CLIENT.listed("/in-progress"))).containsExactly(id(OPEN));
        assertThat(Client.ids(CLIENT.listed("/completed"))).containsExactly(id(DONE));
        assertThat(Client.ids(CLIENT.listed(""))).containsExactly(id(OPEN), id(DONE));
        assertThat(Client.ids(CLIENT.listed("", "status", "COMPLETED"))).containsExactly(id(DONE));
        assertThat(CLIENT.list("", "status", "LOST").statusCode()).isEqualTo(400);
    }

    @Test
    void datesFilter() throws Exception {
        assertThat(Client.ids(CLIENT.listed("", "startDate[gt]", "2026-01-06T10:00:00.000Z")))
                .containsExactly(id(DONE));
        assertThat(Client.ids(CLIENT.listed("", "startDate[gte]", "1767693600", "endDate[lte]", "1767693602")))
                .containsExactly(id(DONE));
        assertThat(Client.ids(CLIENT.listed("", "startDate[lt]", "2026-01-06T10:00:01.000Z")))
                .containsExactly(id(OPEN));
    }

    @Test
    void boundsOfOneSideMustNotBeCombined() throws Exception {
        assertThat(CLIENT.list("/in-progress", "startDate[gt]", "1", "startDate[gte]", "1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(CLIENT.list("/in-progress", "startDate[lt]", "1", "startDate[lte]", "1")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void sortsAndPages() throws Exception {
        assertThat(Client.ids(CLIENT.listed("", "sort[field]", "startDate", "sort[direction]", "desc")))
                .containsExactly(id(DONE), id(OPEN));
        assertThat(Client.ids(CLIENT.listed("", "limit", "1", "offset", "1"))).containsExactly(id(DONE));
        String next = CLIENT.listed("", "limit", "1")
                .path("pagination")
                .path("nextCursor")
                .asString();
        assertThat(Client.ids(CLIENT.listed("", "limit", "1", "cursor", next))).containsExactly(id(DONE));
        assertThat(CLIENT.list("", "limit", "101").statusCode()).isEqualTo(400);
        assertThat(CLIENT.list("", "limit", "0").statusCode()).isEqualTo(400);
        assertThat(CLIENT.list("", "limit", "few").statusCode()).isEqualTo(400);
        assertThat(CLIENT.list("", "limit", "1", "limit", "2").statusCode()).isEqualTo(400);
    }

    @Test
    void repeatedFiltersAddUp() throws Exception {
        assertThat(Client.ids(CLIENT.listed("", "subject", "Maths", "subject", "English")))
                .containsExactly(id(OPEN), id(DONE));
        assertThat(Client.ids(CLIENT.listed("", "subject", "Maths"))).containsExactly(id(OPEN));
        assertThat(Client.ids(
                        CLIENT.listed("", "testId", Assessment.ENGLISH.testId().toString())))
                .containsExactly(id(DONE));
        assertThat(Client.ids(CLIENT.listed("", "userId", "nobody"))).isEmpty();
    }

    @Test
    void aFilterTakesOneToThirtyValues() throws Exception {
        assertThat(CLIENT.list("", users(30)).statusCode()).isEqualTo(200);
        assertThat(CLIENT.list("", users(31)).statusCode()).isEqualTo(400);
        assertThat(CLIENT.list("", "userId", "").statusCode()).isEqualTo(400);
    }

    private static String[] users(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> Stream.of("userId", "user" + i))
                .toArray(String[]::new);
    }
}
