package io.github.smartia.cli.api;

import java.util.ArrayList;
import java.util.List;

/** The outcome of all requests so far. For one thread. */
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

    /** Including those that failed. */
    public int requests() {
        return requests;
    }

    /** With any status. */
    public List<Response> responses() {
        return List.copyOf(responses);
    }

    /** Including those whose retry succeeded. */
    public List<ApiFailure> failures() {
        return List.copyOf(failures);
    }
}
