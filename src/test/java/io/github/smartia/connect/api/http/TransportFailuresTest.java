package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import org.apache.hc.core5.reactor.IOReactorShutdownException;
import org.junit.jupiter.api.Test;

class TransportFailuresTest {

    private static final ApiOptions OPTIONS = Queries.options("https://api.example/v1");

    /** As when its threads died of an OutOfMemoryError: to ask again would bring the same for ever. */
    @Test
    void aClientWhoseThreadsHaveEndedIsNoPassingFault() {
        TransportFailures failure = new TransportFailures(ApiCall.of(Queries.COMPLETED, OPTIONS), OPTIONS);

        ApiException shutDown = failure.of(new IOReactorShutdownException("I/O reactor has been shut down"));

        assertThat(shutDown.kind()).isEqualTo(Kind.CLIENT_BROKEN);
        assertThat(shutDown.mayPass()).isFalse();
        assertThat(shutDown).hasMessageContaining("threads of the HTTP client here have come to an end");
    }
}
