package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** Reads the query of the GET calls. Parameters it does not know are passed over. */
final class QueryString {

    private static final int MOST_VALUES = 30;
    private static final String DEFAULT_LIMIT = "100";

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    QueryString(String query) {
        for (StringTokenizer rest = new StringTokenizer(query, "&"); rest.hasMoreTokens(); ) {
            String parameter = rest.nextToken();
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
        }
    }

    /** The page asked for; where the call leaves the scope open, {@code status} sets it. */
    PageRequest page(Scope callScope) {
        Scope scope =
                callScope == Scope.ANY ? one("status").map(Scope::ofStatus).orElse(Scope.ANY) : callScope;
        return PageRequest.of(
                new Criteria(scope, dates(), several("testId"), several("userId"), several("subject")),
                SortField.named(one("sort[field]").orElse("startDate")),
                one("sort[direction]").orElse("asc"),
                number("limit", DEFAULT_LIMIT),
                number("offset", "0"),
                one("cursor"));
    }

    private Map<SortField, DateRange> dates() {
        Map<SortField, DateRange> dates = new EnumMap<>(SortField.class);
        for (SortField field : SortField.values()) {
            Map<String, String> bounds = new LinkedHashMap<>();
            for (String operator : DateFilter.OPERATORS) {
                one(field.apiName() + "[" + operator + "]").ifPresent(date -> bounds.put(operator, date));
            }
            if (!bounds.isEmpty()) {
                dates.put(field, DateFilter.read(bounds));
            }
        }
        return dates;
    }

    private Set<String> several(String name) {
        List<String> values = all(name);
        if (values.size() > MOST_VALUES) {
            throw new BadRequest("at most " + MOST_VALUES + " of " + name + " may be given");
        }
        if (values.contains("")) {
            throw new BadRequest(name + " must not be empty");
        }
        return Set.copyOf(values);
    }

    private Optional<String> one(String name) {
        if (all(name).size() > 1) {
            throw new BadRequest(name + " must be given once");
        }
        return all(name).stream().findFirst();
    }

    private int number(String name, String otherwise) {
        try {
            return Integer.parseInt(one(name).orElse(otherwise));
        } catch (NumberFormatException e) {
            throw new BadRequest(name + " must be a whole number");
        }
    }

    private List<String> all(String name) {
        return parameters.getOrDefault(name, Collections.emptyList());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("the query is not encoded as it should be");
        }
    }
}
