package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The GET calls; a session of maths is open, one of English done. */
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

    private static String listed(String call) throws Exception {
        return Client.ids(CLIENT.listed(call)).stream()
                .map(id -> id.equals(OPEN.sessionId().toString()) ? "open" : "done")
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "/in-progress, open",
        "/completed, done",
        "'', open done",
        "?status=COMPLETED, done",
        "?startDate[gt]=2026-01-06T10:00:00.000Z, done",
        "?startDate[gte]=1767693600&endDate[lte]=1767693602, done",
        "?startDate[lt]=2026-01-06T10:00:01.000Z, open",
        "?sort[field]=startDate&sort[direction]=desc, done open",
        "?limit=1&offset=1, done",
        "?subject=Maths&subject=English, open done",
        "?subject=Maths, open",
        "?testId=a55e55ed-0000-4000-8000-000000000001, done",
        "?userId=nobody, ''",
        "?new=1, open done"
    })
    void listsWhatMatchesInTheRequestedOrder(String call, String expected) throws Exception {
        assertThat(listed(call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=LOST",
                "/in-progress?startDate[gt]=1&startDate[gte]=1",
                "/in-progress?startDate[lt]=1&startDate[lte]=1",
                "?limit=101",
                "?limit=0",
                "?limit=few",
                "?limit=1&limit=2",
                "?userId=",
                "?offset=1&cursor=any"
            })
    void aMalformedQueryGets400(String call) throws Exception {
        assertThat(CLIENT.list(call).statusCode()).isEqualTo(400);
    }

    @Test
    void aCursorLeadsToTheNextPage() throws Exception {
        String next = CLIENT.listed("?limit=1").at("/pagination/nextCursor").asString();

        assertThat(listed("?limit=1&cursor=" + next)).isEqualTo("done");
    }

    @Test
    void aFilterTakesThirtyValues() throws Exception {
        assertThat(CLIENT.list(users(30)).statusCode()).isEqualTo(200);
        assertThat(CLIENT.list(users(31)).statusCode()).isEqualTo(400);
    }

    private static String users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "userId=%0200d".formatted(i))
                .collect(Collectors.joining("&", "?", ""));
    }
}
