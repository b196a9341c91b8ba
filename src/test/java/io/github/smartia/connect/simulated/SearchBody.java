package io.github.smartia.connect.simulated;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code POST /smart-ia/sessions/search}. Fields it does not know are passed over. */
final class SearchBody {

    private static final int DEFAULT_LIMIT = 100;

    private SearchBody() {}

    static PageRequest read(String body) {
        JsonNode root = root(body);
        JsonNode sort = root.path("sort");
        return PageRequest.of(
                criteria(root.path("search")),
                SortField.named(text(sort, "field").orElse("startDate")),
                text(sort, "direction").orElse("asc"),
                number(root, "limit", DEFAULT_LIMIT),
                number(root, "offset", 0),
                text(root, "cursor"));
    }

    private static JsonNode root(String body) {
        try {
            JsonNode root = body.isBlank() ? Json.object() : Json.read(body);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new BadRequest("the body is not JSON");
        }
        throw new BadRequest("the body is not a JSON object");
    }

    private static Criteria criteria(JsonNode search) {
        Map<SortField, DateRange> dates = new EnumMap<>(SortField.class);
        for (SortField field : SortField.values()) {
            if (isGiven(search.path(field.apiName()))) {
                dates.put(field, DateFilter.read(bounds(search.path(field.apiName()))));
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
        if (!isGiven(value)) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new BadRequest(name + " must be a whole number");
        }
        return value.intValue();
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
