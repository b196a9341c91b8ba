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

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes over the wire. */
class HttpRequestsTest {

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
        fetch(InProgressEndpoint.SEARCH, SessionFilter.NONE, Queries.COMPLETED.from(Queries.NINE));

        SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/smart-ia/sessions/search"))
                .withHeader("x-api-key", equalTo(Queries.KEY))
                .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
                .withHeader("Accept", equalTo("application/json"))
                .withHeader("User-Agent", equalTo("agent/1"))
                .withHeader("Cookie", absent())
                .withRequestBody(equalToJson("""
                    {"limit":100,"offset":0,
                     "search":{"status":"COMPLETED","endDate":{"gt":"2026-01-06T08:59:59.999Z"}},
                     "sort":{"field":"endDate","direction":"asc"}}
                    """)));
    }

    @Test
    void sessionsInProgressAreSearchedForToo() {
        fetch(InProgressEndpoint.SEARCH, SessionFilter.NONE, Queries.IN_PROGRESS.newestFirst());

        SERVER.verify(
                postRequestedFor(urlEqualTo("/api/v1/smart-ia/sessions/search")).withRequestBody(equalToJson("""
                    {"limit":100,"offset":0,"search":{"status":"IN_PROGRESS"},
                     "sort":{"field":"startDate","direction":"desc"}}
                    """)));
    }

    @Test
    void sessionsInProgressAreAskedForByTheCallOfTheirOwnWhereThatIsSet() {
        SessionFilter filter = new SessionFilter(List.of("t-1", "t-2"), List.of("u-1"), List.of("Maths & more"));
        fetch(
                InProgressEndpoint.IN_PROGRESS,
                filter,
                Queries.IN_PROGRESS.from(Queries.NINE).withOffset(7));

        SERVER.verify(getRequestedFor(urlPathEqualTo("/api/v1/smart-ia/sessions/in-progress"))
                .withHeader("x-api-key", equalTo(Queries.KEY))
                .withQueryParam("startDate[gt]", equalTo("2026-01-06T08:59:59.999Z"))
                .withQueryParam("limit", equalTo("100"))
                .withQueryParam("offset", equalTo("7"))
                .withQueryParam("cursor", absent())
                .withQueryParam("sort[field]", equalTo("startDate"))
                .withQueryParam("sort[direction]", equalTo("asc"))
                .withQueryParam("testId", havingExactly("t-1", "t-2"))
                .withQueryParam("userId", havingExactly("u-1"))
                .withQueryParam("subject", havingExactly("Maths & more"))
                .withHeader("Content-Type", absent())
                .withRequestBody(absent()));
    }

    @Test
    void completedSessionsAreSearchedForWhateverIsSetForThoseInProgress() {
        fetch(InProgressEndpoint.IN_PROGRESS, SessionFilter.NONE, Queries.COMPLETED);

        SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/smart-ia/sessions/search")));
    }

    private static void fetch(InProgressEndpoint inProgress, SessionFilter filter, SessionQuery query) {
        ApiOptions options = Queries.options(SERVER.baseUrl() + "/api/v1", inProgress, filter);
        try (PageFetcher api = HttpPageFetcher.alone(options, 1, Clock.systemUTC())) {
            Queries.fetch(api, query);
        }
    }
}
