package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.model.SessionQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchBodyTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void firstPageOfEverything() {
        assertThat(body(Queries.COMPLETED)).isEqualTo(json("""
                {"limit":100,"offset":0,"search":{"status":"COMPLETED"},"sort":{"field":"endDate","direction":"asc"}}
                """));
    }

    @Test
    void rangeOfDatesIsWrittenWithExclusiveBoundsOnly() {
        assertThat(body(Queries.IN_PROGRESS.from(Queries.NINE).upTo(Queries.TEN).skipping(200)))
                .isEqualTo(json("""
                        {"limit":100,"offset":200,
                         "search":{"status":"IN_PROGRESS",
                                   "startDate":{"gt":"2026-01-06T08:59:59.999Z","lt":"2026-01-06T10:00:00.001Z"}},
                         "sort":{"field":"startDate","direction":"asc"}}
                        """));
    }

    @Test
    void filtersArePassedOn() {
        SessionFilter filter = new SessionFilter(List.of("t-1", "t-2"), List.of("u-1"), List.of("Maths", "Français"));

        assertThat(json(SearchBody.json(Queries.COMPLETED, filter)).get("search"))
                .isEqualTo(json("""
                        {"status":"COMPLETED","testIds":["t-1","t-2"],"userIds":["u-1"],"subjects":["Maths","Français"]}
                        """));
    }

    private static JsonNode body(SessionQuery query) {
        return json(SearchBody.json(query, SessionFilter.NONE));
    }

    private static JsonNode json(byte[] text) {
        return MAPPER.readTree(text);
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }
}
