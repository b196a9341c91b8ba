package io.github.smartia.connect.simulated;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code POST /smart-ia/sessions/search}. Unknown fields are ignored. */
final class SearchBody {

    private static final int DEFAULT_LIMIT = 100;

    private SearchBody() {}

    static PageRequest read(String body) {
        try {
            return read(Json.read(body));
        } catch (JacksonException e) {
            throw new BadRequest("the body is not JSON");
        }
    }

    static PageRequest read(JsonNode body) {
        if (!body.isObject()) {
            throw new BadRequest("the body is not a JSON object");
        }
        JsonNode sort = body.path("sort");
        return PageRequest.of(
                criteria(body.path("search")),
                SortField.named(text(sort, "field").orElse("startDate")),
                text(sort, "direction").orElse("asc"),
                number(body, "limit", DEFAULT_LIMIT),
                number(body, "offset", 0),
                text(body, "cursor"));
    }

    private static Criteria criteria(JsonNode search) {
        Map<SortField, DateRange> dates = new EnumMap<>(SortField.class);
        for (SortField field : SortField.values()) {
            if (isGiven(search.path(field.apiName()))) {
                dates.put(field, DateRange.read(bounds(search.path(field.apiName()))));
            }
        }
        Scope scope = text(search, "status").map(Scope::ofStatus).orElse(Scope.ANY);
        return new Criteria(scope, dates, list(search, "testIds"), list(search, "userIds"), list(search, "subjects"));
    }

    private static Map<String, String> bounds(JsonNode filter) {
        if (!filter.isObject()) {
            throw new BadRequest("a date filter must be an object");
        }
        Map<String, String> bounds = new LinkedHashMap<>();
        filter.properties().forEach(bound -> bounds.put(bound.getKey(), scalar(bound.getValue(), bound.getKey())));
        return bounds;
    }

    private static Set<String> list(JsonNode search, String name) {
        JsonNode values = search.path(name);
        if (isGiven(values) && !values.isArray()) {
            throw new BadRequest(name + " must be an array");
        }
        Set<String> list = new LinkedHashSet<>();
        values.forEach(value -> list.add(scalar(value, name)));
        return list;
    }

    private static int number(JsonNode parent, String name, int otherwise) {
        JsonNode value = parent.path(name);
        if (isGiven(value) && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw new BadRequest(name + " must be a whole number");
        }
        return isGiven(value) ? value.intValue() : otherwise;
    }

    private static Optional<String> text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return isGiven(value) ? Optional.of(scalar(value, name)) : Optional.empty();
    }

    private static String scalar(JsonNode value, String name) {
        if (!value.isString() && !value.isIntegralNumber()) {
            throw new BadRequest(name + " must be a string or a number");
        }
        return value.asString();
    }

    private static boolean isGiven(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
