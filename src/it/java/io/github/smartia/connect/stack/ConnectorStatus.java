package io.github.smartia.connect.stack;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How a connector and its tasks, as far as they were started, fare. */
public record ConnectorStatus(Part connector, List<Part> tasks) {

    /**
     * The connector or one of its tasks.
     *
     * @param state {@code RUNNING}, {@code FAILED}, {@code PAUSED} and so on
     * @param workerId host and port of the worker that it is on
     * @param trace why it failed; empty where it has not
     */
    public record Part(String state, String workerId, String trace) {

        private static Part of(JsonNode json) {
            return new Part(
                    json.path("state").asString(""),
                    json.path("worker_id").asString(""),
                    json.path("trace").asString(""));
        }
    }

    static ConnectorStatus of(JsonNode json) {
        return new ConnectorStatus(
                Part.of(json.path("connector")),
                json.path("tasks").valueStream().map(Part::of).toList());
    }

    /** Whether the connector and at least one task are there, and all of them run. */
    public boolean isRunning() {
        return !tasks.isEmpty() && parts().allMatch(part -> part.state().equals("RUNNING"));
    }

    /** Whether the connector, and all tasks where it has some, are in a state such as {@code PAUSED}. */
    public boolean isAll(String state) {
        return parts().allMatch(part -> part.state().equals(state));
    }

    public boolean hasFailed() {
        return parts().anyMatch(part -> part.state().equals("FAILED"));
    }

    public String trace() {
        return String.join(
                "\n", parts().map(Part::trace).filter(trace -> !trace.isEmpty()).toList());
    }

    private Stream<Part> parts() {
        return Stream.concat(Stream.of(connector), tasks.stream());
    }
}
