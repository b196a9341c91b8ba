package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.model.ApiDates;
import io.github.smartia.connect.model.SessionQuery;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.apache.hc.core5.net.URIBuilder;

/** The query of {@code GET /smart-ia/sessions/in-progress}. */
final class InProgressQuery {

    private InProgressQuery() {}

    static URI uri(URI path, SessionQuery query, SessionFilter filter) {
        URIBuilder uri = new URIBuilder(path);
        String date = query.dateField().apiName();
        query.after().ifPresent(bound -> uri.addParameter(date + "[gt]", ApiDates.text(bound)));
        query.before().ifPresent(bound -> uri.addParameter(date + "[lt]", ApiDates.text(bound)));
        uri.addParameter("limit", Integer.toString(query.limit()));
        uri.addParameter("offset", Integer.toString(query.offset()));
        uri.addParameter("sort[field]", date)
                .addParameter("sort[direction]", query.direction().apiName());
        repeat(uri, "testId", filter.testIds());
        repeat(uri, "userId", filter.userIds());
        repeat(uri, "subject", filter.subjects());
        return build(uri);
    }

    private static void repeat(URIBuilder uri, String name, List<String> values) {
        values.forEach(value -> uri.addParameter(name, value));
    }

    private static URI build(URIBuilder uri) {
        try {
            return uri.build();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a checked URL with encoded parameters is a URL", e);
        }
    }
}
