package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.model.ApiDates;
import io.github.smartia.connect.model.SessionQuery;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The body of {@code POST /smart-ia/sessions/search}, with the operators of its published examples only. */
final class SearchBody {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final SessionQuery query;

    private SearchBody(JsonGenerator json, SessionQuery query) {
        this.json = json;
        this.query = query;
    }

    static byte[] json(SessionQuery query, SessionFilter filter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new SearchBody(json, query).write(filter);
        }
        return bytes.toByteArray();
    }

    private void write(SessionFilter filter) {
        json.writeStartObject();
        json.writeNumberProperty("limit", query.limit());
        json.writeNumberProperty("offset", query.offset());
        json.writeObjectPropertyStart("search");
        json.writeStringProperty("status", query.status().name());
        dateRange();
        anyOf("testIds", filter.testIds());
        anyOf("userIds", filter.userIds());
        anyOf("subjects", filter.subjects());
        json.writeEndObject();
        json.writeObjectPropertyStart("sort");
        json.writeStringProperty("field", query.dateField().apiName());
        json.writeStringProperty("direction", query.direction().apiName());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void dateRange() {
        if (query.after().isPresent() || query.before().isPresent()) {
            json.writeObjectPropertyStart(query.dateField().apiName());
            bound("gt", query.after());
            bound("lt", query.before());
            json.writeEndObject();
        }
    }

    private void bound(String operator, Optional<Instant> date) {
        date.ifPresent(bound -> json.writeStringProperty(operator, ApiDates.text(bound)));
    }

    private void anyOf(String field, List<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(field);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
