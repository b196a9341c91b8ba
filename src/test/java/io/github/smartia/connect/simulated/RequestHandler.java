package io.github.smartia.connect.simulated;

import java.util.function.Function;

/**
 * What a server does with requests.
 *
 * @param answers the answer to each; a mistake in it shows as status 500, not as silence
 * @param afterEach runs once for each request, when it is answered or its connection is gone
 */
record RequestHandler(Function<Request, Transmission> answers, Runnable afterEach) {

    Transmission answer(Request request) {
        try {
            return answers.apply(request);
        } catch (RuntimeException e) {
            return Transmission.whole(Answer.error(500, "the simulated API failed: " + e));
        }
    }

    void ended() {
        afterEach.run();
    }
}
