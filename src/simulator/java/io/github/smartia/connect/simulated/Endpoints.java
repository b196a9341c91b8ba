package io.github.smartia.connect.simulated;

import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * The calls of the API: checks the key, selects the call and returns its response. Not thread-safe.
 *
 * @param sessions returns the sessions that a key may see
 */
record Endpoints(Keys keys, Function<String, Sessions> sessions, PageWriter writer) {

    static final String BASE_PATH = "/api/v1";

    private static final String SESSIONS = BASE_PATH + "/smart-ia/sessions";

    Response respond(Request request) {
        if (request.key().filter(keys::accepts).isEmpty()) {
            return Response.error(401, "Unauthorized");
        }
        return switch (request.path()) {
            case SESSIONS + "/search" -> call("POST", request, () -> PageRequest.read(request.body()));
            case SESSIONS + "/in-progress" -> call("GET", request, () -> QueryString.inProgress(request.query()));
            default -> Response.error(404, "Not Found");
        };
    }

    private Response call(String method, Request request, Supplier<PageRequest> reader) {
        if (!request.method().equals(method)) {
            return Response.error(405, "Method Not Allowed").with("Allow", method);
        }
        try {
            PageRequest wanted = reader.get();
            Sessions.Page page = sessions.apply(request.key().orElseThrow()).find(wanted);
            return Response.json(200, writer.write(wanted, page));
        } catch (JacksonException | IllegalArgumentException e) {
            return Response.error(400, e.getMessage());
        }
    }
}
