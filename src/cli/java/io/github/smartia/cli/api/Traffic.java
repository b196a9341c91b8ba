package io.github.smartia.cli.api;

import java.util.ArrayList;
import java.util.List;

/** What came of all requests so far. For one thread. */
public final class Traffic {

    private final List<Response> responses = new ArrayList<>();
    private final List<ApiFailure> failures = new ArrayList<>();
    private int requests;

    void requested() {
        requests++;
    }

    void responded(Response response) {
        responses.add(response);
    }

    void failed(ApiFailure failure) {
        failures.add(failure);
    }

    /** Those that failed included. */
    public int requests() {
        return requests;
    }

    /** Of whatever status. */
    public List<Response> responses() {
        return List.copyOf(responses);
    }

    /** Those included that a later attempt made good. */
    public List<ApiFailure> failures() {
        return List.copyOf(failures);
    }
}
