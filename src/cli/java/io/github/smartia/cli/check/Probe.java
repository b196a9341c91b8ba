package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Requests;

/** Looks at some of what the connector relies on. */
interface Probe {

    /** Makes its requests and writes its findings; fails only if nothing more can be looked at. */
    void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException;
}
