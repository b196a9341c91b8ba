package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.model.SessionQuery;
import java.net.URI;
import java.util.List;
import org.apache.hc.core5.net.URIBuilder;
import org.junit.jupiter.api.Test;

/** The query of the GET call. */
class ApiCallTest {

    private static final String URL = "https://api.example/v1";

    @Test
    void firstPageOfEverything() {
        assertThat(parameters(Queries.IN_PROGRESS, SessionFilter.NONE))
                .containsExactlyInAnyOrder("limit=100", "offset=0", "sort[field]=startDate", "sort[direction]=asc");
    }

    @Test
    void rangeOfDatesIsWrittenWithExclusiveBoundsOnly() {
        assertThat(parameters(
                        Queries.IN_PROGRESS.from(Queries.NINE).upTo(Queries.TEN).skipping(200), SessionFilter.NONE))
                .containsExactlyInAnyOrder(
                        "startDate[gt]=2026-01-06T08:59:59.999Z",
                        "startDate[lt]=2026-01-06T10:00:00.001Z",
                        "limit=100",
                        "offset=200",
                        "sort[field]=startDate",
                        "sort[direction]=asc");
    }

    @Test
    void filtersAreRepeatedForEachValue() {
        SessionFilter filter = new SessionFilter(List.of("t-1", "t-2"), List.of("u-1"), List.of("Maths & more"));

        assertThat(parameters(Queries.IN_PROGRESS, filter))
                .contains("testId=t-1", "testId=t-2", "userId=u-1", "subject=Maths & more");
    }

    @Test
    void urlHoldsOnlyWhatAUrlMayHold() {
        URI uri = uri(Queries.IN_PROGRESS.from(Queries.NINE), SessionFilter.NONE);

        assertThat(uri.getRawPath()).isEqualTo("/v1/smart-ia/sessions/in-progress");
        assertThat(uri.getRawQuery()).matches("[A-Za-z0-9%=&._-]+").contains("gt%5D=2026");
    }

    private static List<String> parameters(SessionQuery query, SessionFilter filter) {
        return new URIBuilder(uri(query, filter))
                .getQueryParams().stream()
                        .map(parameter -> parameter.getName() + "=" + parameter.getValue())
                        .toList();
    }

    private static URI uri(SessionQuery query, SessionFilter filter) {
        return ApiCall.of(query, Queries.options(URL, true, filter)).uri();
    }
}
