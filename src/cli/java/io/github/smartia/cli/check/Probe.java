package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Requests;

/** Looks at some of what the connector relies on. */
interface Probe {

    /** Sends its requests and adds its findings. Fails only if all further probes would fail too. */
    void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException;
}
