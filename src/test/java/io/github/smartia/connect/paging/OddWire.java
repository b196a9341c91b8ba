package io.github.smartia.connect.paging;

import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * How an API changes its responses on the wire.
 *
 * @param session changes the JSON of a session
 * @param page changes the JSON of a page
 * @param status the status by the number of the request
 * @param rejection the status of rejected requests
 */
record OddWire(UnaryOperator<String> session, UnaryOperator<String> page, IntUnaryOperator status, int rejection) {

    static final OddWire NONE = new OddWire(UnaryOperator.identity(), UnaryOperator.identity(), number -> 200, 400);

    OddWire session(String regex, String replacement) {
        return new OddWire(json -> json.replaceAll(regex, replacement), page, status, rejection);
    }

    OddWire page(String regex, String replacement) {
        return new OddWire(session, json -> json.replaceAll(regex, replacement), status, rejection);
    }

    OddWire status(IntUnaryOperator byNumber) {
        return new OddWire(session, page, byNumber, rejection);
    }

    OddWire rejection(int rejectedWith) {
        return new OddWire(session, page, status, rejectedWith);
    }
}
