package io.github.smartia.connect.api.http;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.SessionQuery;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes over the wire. */
class HttpRequestsTest {

    private static final String URL = "https://api.example/v1";
    private static final SessionQuery RANGE =
            Queries.IN_PROGRESS.from(Queries.NINE).upTo(Queries.TEN).withOffset(200);
    private static final SessionFilter FILTER =
            new SessionFilter(List.of("t-1", "t-2"), List.of("u-1"), List.of("Maths & more", "Français"));

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @BeforeEach
    void answerWithAnEmptyPage() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok().withBody(SessionJson.page(0))));
    }

    @Test
    void completedSessionsAreSearchedFor() {
        fetch(InProgressEndpoint.IN_PROGRESS, FILTER, Queries.COMPLETED.from(Queries.NINE));

        SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/smart-ia/sessions/search"))
                .withHeader("x-api-key", equalTo(Queries.KEY))
                .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
                .withHeader("Accept", equalTo("application/json"))
                .withHeader("User-Agent", equalTo("agent/1"))
                .withHeader("Cookie", absent())
                .withRequestBody(equalToJson("""
                    {"limit":100,"offset":0,
                     "search":{"status":"COMPLETED","endDate":{"gt":"2026-01-06T08:59:59.999Z"},
                               "testIds":["t-1","t-2"],"userIds":["u-1"],"subjects":["Maths & more","Français"]},
                     "sort":{"field":"endDate","direction":"asc"}}
                    """)));
    }

    @Test
    void sessionsInProgressAreSearchedForToo() {
        fetch(InProgressEndpoint.SEARCH, SessionFilter.NONE, RANGE);
        fetch(InProgressEndpoint.SEARCH, SessionFilter.NONE, Queries.IN_PROGRESS.newestFirst());

        verifySearch("""
            {"limit":100,"offset":200,
             "search":{"status":"IN_PROGRESS",
                       "startDate":{"gt":"2026-01-06T08:59:59.999Z","lt":"2026-01-06T10:00:00.001Z"}},
             "sort":{"field":"startDate","direction":"asc"}}
            """);
        verifySearch("""
            {"limit":100,"offset":0,"search":{"status":"IN_PROGRESS"},
             "sort":{"field":"startDate","direction":"desc"}}
            """);
    }

    private static void verifySearch(String body) {
        SERVER.verify(
                postRequestedFor(urlEqualTo("/api/v1/smart-ia/sessions/search")).withRequestBody(equalToJson(body)));
    }

    @Test
    void sessionsInProgressMayHaveACallOfTheirOwn() {
        fetch(InProgressEndpoint.IN_PROGRESS, FILTER, RANGE);

        SERVER.verify(getRequestedFor(urlPathEqualTo("/api/v1/smart-ia/sessions/in-progress"))
                .withHeader("x-api-key", equalTo(Queries.KEY))
                .withQueryParam("startDate[gt]", equalTo("2026-01-06T08:59:59.999Z"))
                .withQueryParam("startDate[lt]", equalTo("2026-01-06T10:00:00.001Z"))
                .withQueryParam("limit", equalTo("100"))
                .withQueryParam("offset", equalTo("200"))
                .withQueryParam("cursor", absent())
                .withQueryParam("sort[field]", equalTo("startDate"))
                .withQueryParam("sort[direction]", equalTo("asc"))
                .withQueryParam("testId", havingExactly("t-1", "t-2"))
                .withQueryParam("userId", havingExactly("u-1"))
                .withQueryParam("subject", havingExactly("Maths & more", "Français"))
                .withHeader("Content-Type", absent())
                .withRequestBody(absent()));
        assertThat(SERVER.getAllServeEvents())
                .singleElement()
                .extracting(event -> URI.create(event.getRequest().getUrl()).getRawQuery())
                .asString()
                .matches("[A-Za-z0-9%=&._-]+")
                .contains("gt%5D=2026");
    }

    private static void fetch(InProgressEndpoint inProgress, SessionFilter filter, SessionQuery query) {
        ApiOptions options = Queries.options(SERVER.baseUrl() + "/api/v1", inProgress, filter);
        try (PageFetcher api = Queries.alone(options)) {
            Queries.fetch(api, query);
        }
    }

    @Test
    void keyAndPupilsToFilterByShowInNoToString() {
        ApiOptions options = Queries.options(URL, InProgressEndpoint.IN_PROGRESS, FILTER);
        ApiCall call = ApiCall.of(Queries.COMPLETED, options);

        assertThat(options.key()).hasToString("x-api-key: [hidden]");
        assertThat(options.key().isSensitive()).isTrue();
        assertThat(options.toString()).contains("1 users").doesNotContain("u-1", Queries.KEY);
        assertThat(ApiCall.of(Queries.IN_PROGRESS, options))
                .hasToString("GET " + URL + "/smart-ia/sessions/in-progress");
        assertThat(call).hasToString("POST " + URL + "/smart-ia/sessions/search");
        assertThat(call.request(options).toString()).doesNotContain(Queries.KEY);
    }
}
