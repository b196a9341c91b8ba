package io.github.smartia.connect.simulated;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Translates the query of the GET call for sessions in progress into the body of the equivalent search. */
final class QueryString {

    private static final int MOST_VALUES = 30;
    private static final Map<String, String> LISTS =
            Map.of("testId", "testIds", "userId", "userIds", "subject", "subjects");
    private static final Pattern NESTED = Pattern.compile("(\\w+)\\[(\\w+)]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final ObjectNode body = JsonMapper.shared().createObjectNode();
    private final ObjectNode search = body.putObject("search");

    private QueryString() {}

    static PageRequest inProgress(String query) {
        QueryString translated = new QueryString();
        new QueryStringDecoder(query, false).parameters().forEach(translated::add);
        translated.search.put("status", Scope.IN_PROGRESS.name());
        return PageRequest.read(translated.body.toString());
    }

    private void add(String name, List<String> values) {
        Matcher nested = NESTED.matcher(name);
        if (LISTS.containsKey(name)) {
            PageRequest.require(
                    values.size() <= MOST_VALUES && !values.contains(""),
                    name + " takes 1 to " + MOST_VALUES + " values, none of them empty");
            values.forEach(search.putArray(LISTS.get(name))::add);
        } else {
            PageRequest.require(values.size() == 1, name + " must be given once");
            String value = values.get(0);
            if (nested.matches()) {
                ObjectNode parent = nested.group(1).equals("sort") ? body : search;
                parent.withObject("/" + nested.group(1)).put(nested.group(2), value);
            } else if (NUMBER.matcher(value).matches()) {
                body.put(name, Integer.parseInt(value));
            } else {
                body.put(name, value);
            }
        }
    }
}
