package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.model.SessionQuery;
import java.net.URI;
import java.util.List;
import org.apache.hc.core5.net.URIBuilder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of the search and the query of the GET call; {@link HttpRequestsTest} has the requests for a first page. */
class ApiCallTest {

    private static final String URL = "https://api.example/v1";
    private static final JsonMapper JSON = new JsonMapper();
    private static final SessionQuery RANGE =
            Queries.IN_PROGRESS.from(Queries.NINE).upTo(Queries.TEN).withOffset(200);
    private static final SessionFilter FILTER =
            new SessionFilter(List.of("t-1", "t-2"), List.of("u-1"), List.of("Maths & more", "Français"));

    @Test
    void searchWritesDatesWithExclusiveBoundsOnly() {
        assertThat(search(RANGE, SessionFilter.NONE)).isEqualTo(JSON.readTree("""
            {"limit":100,"offset":200,
             "search":{"status":"IN_PROGRESS",
                       "startDate":{"gt":"2026-01-06T08:59:59.999Z","lt":"2026-01-06T10:00:00.001Z"}},
             "sort":{"field":"startDate","direction":"asc"}}
            """));
    }

    @Test
    void searchPassesFiltersOn() {
        assertThat(search(Queries.COMPLETED, FILTER).get("search")).isEqualTo(JSON.readTree("""
            {"status":"COMPLETED","testIds":["t-1","t-2"],"userIds":["u-1"],"subjects":["Maths & more","Français"]}
            """));
    }

    @Test
    void queryWritesDatesWithExclusiveBoundsOnly() {
        assertThat(parameters(RANGE, SessionFilter.NONE))
                .containsExactlyInAnyOrder(
                        "startDate[gt]=2026-01-06T08:59:59.999Z",
                        "startDate[lt]=2026-01-06T10:00:00.001Z",
                        "limit=100",
                        "offset=200",
                        "sort[field]=startDate",
                        "sort[direction]=asc");
    }

    @Test
    void queryRepeatsAFilterForEachValue() {
        assertThat(parameters(Queries.IN_PROGRESS, FILTER))
                .contains("testId=t-1", "testId=t-2", "userId=u-1", "subject=Maths & more", "subject=Français");
    }

    @Test
    void urlHoldsOnlyWhatAUrlMayHold() {
        URI uri = call(RANGE, InProgressEndpoint.IN_PROGRESS, FILTER).uri();

        assertThat(uri.getRawPath()).isEqualTo("/v1/smart-ia/sessions/in-progress");
        assertThat(uri.getRawQuery()).matches("[A-Za-z0-9%=&._-]+").contains("gt%5D=2026");
    }

    private static JsonNode search(SessionQuery query, SessionFilter filter) {
        return JSON.readTree(call(query, InProgressEndpoint.SEARCH, filter).body());
    }

    private static List<String> parameters(SessionQuery query, SessionFilter filter) {
        return new URIBuilder(
                        call(query, InProgressEndpoint.IN_PROGRESS, filter).uri())
                .getQueryParams().stream()
                        .map(parameter -> parameter.getName() + "=" + parameter.getValue())
                        .toList();
    }

    private static ApiCall call(SessionQuery query, InProgressEndpoint endpoint, SessionFilter filter) {
        return ApiCall.of(query, Queries.options(URL, endpoint, filter));
    }
}
