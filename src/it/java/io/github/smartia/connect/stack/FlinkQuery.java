package io.github.smartia.connect.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A statement that Flink executes, and its result so far. For one thread. */
public final class FlinkQuery {

    private final FlinkSqlGateway gateway;
    private final List<List<String>> rows = new ArrayList<>();
    private Optional<String> next;

    /** @param first where the gateway has the first page of the result */
    FlinkQuery(FlinkSqlGateway gateway, String first) {
        this.gateway = gateway;
        this.next = Optional.of(first);
    }

    /** The rows as they are now, with the text of each column, and NULL where there is no value. */
    public List<List<String>> rows() {
        boolean more = true;
        while (more && next.isPresent()) {
            more = readPage(next.orElseThrow());
        }
        return List.copyOf(rows);
    }

    boolean isComplete() {
        return next.isEmpty();
    }

    private boolean readPage(String path) {
        JsonNode page = gateway.get(path);
        if (page.path("resultType").asString().equals("NOT_READY")) {
            return false;
        }
        next = page.path("nextResultUri").asStringOpt();
        JsonNode changes = page.at("/results/data");
        changes.forEach(this::apply);
        return !changes.isEmpty();
    }

    private void apply(JsonNode change) {
        List<String> row =
                change.path("fields").valueStream().map(FlinkQuery::text).toList();
        String kind = change.path("kind").asString();
        switch (kind) {
            case "INSERT", "UPDATE_AFTER" -> rows.add(row);
            case "DELETE", "UPDATE_BEFORE" -> takeOut(row);
            default -> throw new IllegalStateException("No change of a row is known as " + kind);
        }
    }

    private void takeOut(List<String> row) {
        if (!rows.remove(row)) {
            throw new IllegalStateException(row + " is taken out of the result, but was not in it: " + rows);
        }
    }

    private static String text(JsonNode field) {
        return field.isNull() ? "NULL" : field.asString();
    }
}
