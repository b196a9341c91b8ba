package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.model.ApiDates;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One request as sent over the wire, and its name in messages. */
record ApiCall(SessionQuery query, String method, URI uri, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SESSIONS = "/smart-ia/sessions";

    static ApiCall of(SessionQuery query, ApiOptions options) {
        if (options.inProgressEndpoint() == InProgressEndpoint.IN_PROGRESS && query.status() == Status.IN_PROGRESS) {
            URI path = URI.create(options.url() + SESSIONS + "/in-progress");
            return new ApiCall(query, "GET", withQuery(path, query, options.filter()), new byte[0]);
        }
        URI uri = URI.create(options.url() + SESSIONS + "/search");
        return new ApiCall(query, "POST", uri, searchBody(query, options.filter()));
    }

    /** Uses only the operators of the published examples. */
    private static byte[] searchBody(SessionQuery query, SessionFilter filter) {
        ObjectNode body = JSON.createObjectNode().put("limit", query.limit()).put("offset", query.offset());
        ObjectNode search =
                body.putObject("search").put("status", query.status().name());
        putDates(search, query);
        putAnyOf(search, "testIds", filter.testIds());
        putAnyOf(search, "userIds", filter.userIds());
        putAnyOf(search, "subjects", filter.subjects());
        body.putObject("sort")
                .put("field", query.dateField().apiName())
                .put("direction", query.direction().apiName());
        return JSON.writeValueAsBytes(body);
    }

    private static void putDates(ObjectNode search, SessionQuery query) {
        ObjectNode dates = JSON.createObjectNode();
        query.after().ifPresent(bound -> dates.put("gt", ApiDates.format(bound)));
        query.before().ifPresent(bound -> dates.put("lt", ApiDates.format(bound)));
        if (!dates.isEmpty()) {
            search.set(query.dateField().apiName(), dates);
        }
    }

    private static void putAnyOf(ObjectNode search, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(search.putArray(field)::add);
        }
    }

    private static URI withQuery(URI path, SessionQuery query, SessionFilter filter) {
        URIBuilder uri = new URIBuilder(path);
        String date = query.dateField().apiName();
        query.after().ifPresent(bound -> uri.addParameter(date + "[gt]", ApiDates.format(bound)));
        query.before().ifPresent(bound -> uri.addParameter(date + "[lt]", ApiDates.format(bound)));
        uri.addParameter("limit", Integer.toString(query.limit()));
        uri.addParameter("offset", Integer.toString(query.offset()));
        uri.addParameter("sort[field]", date);
        uri.addParameter("sort[direction]", query.direction().apiName());
        filter.testIds().forEach(id -> uri.addParameter("testId", id));
        filter.userIds().forEach(id -> uri.addParameter("userId", id));
        filter.subjects().forEach(subject -> uri.addParameter("subject", subject));
        return URI.create(uri.toString());
    }

    /** Returns the request without the query of its URI, which may contain ids of pupils. */
    HttpUriRequestBase request(ApiOptions options) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(address()));
        request.setHeader(options.key());
        request.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, BodyReader.ACCEPTED_CODING);
        if (body.length > 0) {
            request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }
        return request;
    }

    private String address() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    /** The call without its query, because filters may contain ids of pupils. */
    @Override
    public String toString() {
        return method + " " + address();
    }
}
