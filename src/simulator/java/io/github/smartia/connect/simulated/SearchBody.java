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
        BadRequest.unless(body.isObject(), "the body is not a JSON object");
        JsonNode search = body.path("search");
        SortField sort = SortField.named(text(body.path("sort"), "field").orElse("startDate"));
        boolean descending = isDescending(text(body.path("sort"), "direction").orElse("asc"));
        return new PageRequest(
                text(search, "status").map(Scope::ofStatus).orElse(Scope.ANY),
                dates(search),
                list(search, "testIds"),
                list(search, "userIds"),
                list(search, "subjects"),
                sort,
                descending,
                number(body, "limit", DEFAULT_LIMIT),
                start(number(body, "offset", 0), text(body, "cursor"), sort, descending));
    }

    private static boolean isDescending(String direction) {
        BadRequest.unless(Set.of("asc", "desc").contains(direction), "sort.direction must be asc or desc");
        return direction.equals("desc");
    }

    private static int start(int offset, Optional<String> cursor, SortField sort, boolean descending) {
        BadRequest.unless(offset == 0 || cursor.isEmpty(), "offset and cursor must not be combined");
        return cursor.map(text -> Cursor.offset(text, sort, descending)).orElse(offset);
    }

    private static Map<SortField, DateRange> dates(JsonNode search) {
        Map<SortField, DateRange> dates = new EnumMap<>(SortField.class);
        for (SortField field : SortField.values()) {
            if (isGiven(search.path(field.apiName()))) {
                dates.put(field, DateRange.read(bounds(search.path(field.apiName()))));
            }
        }
        return dates;
    }

    private static Map<String, String> bounds(JsonNode filter) {
        BadRequest.unless(filter.isObject(), "a date filter must be an object");
        Map<String, String> bounds = new LinkedHashMap<>();
        filter.properties().forEach(bound -> bounds.put(bound.getKey(), scalar(bound.getValue(), bound.getKey())));
        return bounds;
    }

    private static Set<String> list(JsonNode search, String name) {
        JsonNode values = search.path(name);
        BadRequest.unless(!isGiven(values) || values.isArray(), name + " must be an array");
        Set<String> list = new LinkedHashSet<>();
        values.forEach(value -> list.add(scalar(value, name)));
        return list;
    }

    private static int number(JsonNode parent, String name, int otherwise) {
        JsonNode value = parent.path(name);
        BadRequest.unless(
                !isGiven(value) || (value.isIntegralNumber() && value.canConvertToInt()),
                name + " must be a whole number");
        return isGiven(value) ? value.intValue() : otherwise;
    }

    private static Optional<String> text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return isGiven(value) ? Optional.of(scalar(value, name)) : Optional.empty();
    }

    private static String scalar(JsonNode value, String name) {
        BadRequest.unless(value.isString() || value.isIntegralNumber(), name + " must be a string or a number");
        return value.asString();
    }

    private static boolean isGiven(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
