package io.github.smartia.connect;

import io.github.smartia.connect.simulated.Fault;
import java.util.List;

/**
 * A fault that the connector retries.
 *
 * @param says what the log says of it
 */
public record TransientFault(String says, Fault fault) {

    /** All kinds that a response shows by itself. */
    public static final List<TransientFault> ALL = List.of(
            new TransientFault("responded with status 408: the API could not serve the request", Fault.status(408)),
            new TransientFault("responded with status 429", Fault.status(429)),
            new TransientFault("responded with status 500", Fault.status(500)),
            new TransientFault("responded with status 502", Fault.html(502)),
            new TransientFault("responded with status 503", Fault.status(503)),
            new TransientFault("got no response: the connection broke", Fault.reset()),
            new TransientFault("got no response: the connection broke", Fault.resetWithinBody()),
            new TransientFault("got no response: the connection broke", Fault.close()),
            new TransientFault("got no response: the connection broke", Fault.cutBody()),
            new TransientFault("is not valid JSON from byte", Fault.malformedJson()),
            new TransientFault("is not valid JSON from byte", Fault.html()),
            new TransientFault("is JSON of an undocumented shape (data)", Fault.body("{}")),
            new TransientFault("is JSON of an undocumented shape (the response)", Fault.body("[]")),
            new TransientFault("is JSON of an undocumented shape (the response)", Fault.body("null")),
            new TransientFault("is JSON of an undocumented shape (pagination.total)", Fault.body("{\"data\":null}")),
            new TransientFault(
                    "exceeds a limit that no valid response should come near",
                    Fault.body("{\"data\":" + "[".repeat(100_000))));
}
