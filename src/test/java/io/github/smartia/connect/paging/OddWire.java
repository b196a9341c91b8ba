package io.github.smartia.connect.paging;

import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * How an API writes what it shows.
 *
 * @param session the JSON of a session, from the ordinary one
 * @param page the JSON of a page, from the ordinary one
 * @param status by the number of the request
 * @param refusal the status of requests that it does not serve
 */
record OddWire(UnaryOperator<String> session, UnaryOperator<String> page, IntUnaryOperator status, int refusal) {

    static final OddWire NONE = new OddWire(UnaryOperator.identity(), UnaryOperator.identity(), number -> 200, 400);

    /** Replaces what matches in each session. */
    OddWire session(String regex, String replacement) {
        return new OddWire(json -> json.replaceAll(regex, replacement), page, status, refusal);
    }

    /** Replaces what matches in each page. */
    OddWire page(String regex, String replacement) {
        return new OddWire(session, json -> json.replaceAll(regex, replacement), status, refusal);
    }

    OddWire status(IntUnaryOperator byNumber) {
        return new OddWire(session, page, byNumber, refusal);
    }

    OddWire refusal(int refusedWith) {
        return new OddWire(session, page, status, refusedWith);
    }
}
