package io.github.smartia.connect.api.http;

import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.net.URI;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** One request as it goes over the wire, and by which name messages speak of it. */
record ApiCall(String method, URI uri, byte[] body) {

    private static final String SESSIONS = "/smart-ia/sessions";

    static ApiCall of(SessionQuery query, ApiOptions options) {
        if (options.inProgressCall() && query.status() == Status.IN_PROGRESS) {
            URI path = URI.create(options.url() + SESSIONS + "/in-progress");
            return new ApiCall("GET", InProgressQuery.uri(path, query, options.filter()), new byte[0]);
        }
        URI uri = URI.create(options.url() + SESSIONS + "/search");
        return new ApiCall("POST", uri, SearchBody.json(query, options.filter()));
    }

    ClassicHttpRequest request(ApiOptions options) {
        ClassicRequestBuilder request = ClassicRequestBuilder.create(method)
                .setUri(uri)
                .setHeader(options.key().header())
                .setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType())
                .setHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.ACCEPTED)
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
