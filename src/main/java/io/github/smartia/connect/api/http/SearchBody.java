package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.model.ApiDates;
import io.github.smartia.connect.model.SessionQuery;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of {@code POST /smart-ia/sessions/search}, with the operators of its published examples only. */
final class SearchBody {

    private static final JsonMapper JSON = new JsonMapper();

    private SearchBody() {}

    static byte[] json(SessionQuery query, SessionFilter filter) {
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
        query.after().ifPresent(bound -> dates.put("gt", ApiDates.text(bound)));
        query.before().ifPresent(bound -> dates.put("lt", ApiDates.text(bound)));
        if (!dates.isEmpty()) {
            search.set(query.dateField().apiName(), dates);
        }
    }

    private static void putAnyOf(ObjectNode search, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(search.putArray(field)::add);
        }
    }
}
