package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.model.ApiDates;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.net.URIBuilder;

/** One request as it goes over the wire, and by which name messages speak of it. */
record ApiCall(String method, URI uri, byte[] body) {

    private static final String SESSIONS = "/smart-ia/sessions";

    static ApiCall of(SessionQuery query, ApiOptions options) {
        if (options.inProgressCall() && query.status() == Status.IN_PROGRESS) {
            URI path = URI.create(options.url() + SESSIONS + "/in-progress");
            return new ApiCall("GET", withQuery(path, query, options.filter()), new byte[0]);
        }
        URI uri = URI.create(options.url() + SESSIONS + "/search");
        return new ApiCall("POST", uri, SearchBody.json(query, options.filter()));
    }

    private static URI withQuery(URI path, SessionQuery query, SessionFilter filter) {
        URIBuilder uri = new URIBuilder(path);
        String date = query.dateField().apiName();
        query.after().ifPresent(bound -> uri.addParameter(date + "[gt]", ApiDates.text(bound)));
        query.before().ifPresent(bound -> uri.addParameter(date + "[lt]", ApiDates.text(bound)));
        uri.addParameter("limit", Integer.toString(query.limit()));
        uri.addParameter("offset", Integer.toString(query.offset()));
        uri.addParameter("sort[field]", date);
        uri.addParameter("sort[direction]", query.direction().apiName());
        repeat(uri, "testId", filter.testIds());
        repeat(uri, "userId", filter.userIds());
        repeat(uri, "subject", filter.subjects());
        try {
            return uri.build();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a checked URL with encoded parameters is a URL", e);
        }
    }

    private static void repeat(URIBuilder uri, String name, List<String> values) {
        values.forEach(value -> uri.addParameter(name, value));
    }

    ClassicHttpRequest request(ApiOptions options) {
        ClassicRequestBuilder request = ClassicRequestBuilder.create(method)
                .setUri(uri)
                .setHeader(options.key())
                .setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType())
                .setHeader(HttpHeaders.ACCEPT_ENCODING, BodyReader.ACCEPTED_CODING)
                .setHeader(HttpHeaders.USER_AGENT, options.userAgent());
        if (body.length > 0) {
            request.setEntity(body, ContentType.APPLICATION_JSON);
        }
        return request.build();
    }

    /** The call without its query: filters name pupils. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
