package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.StreamFailedException;
import io.github.smartia.connect.read.StreamFailures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages for a failed task, and for one failed organisation of several. */
class FailureMessagesTest {

    private static final OrganisationSettings DEFAULT = only(Properties.minimal());
    private static final OrganisationSettings OAKS = only(Properties.organisations(List.of("oaks")));

    private static OrganisationSettings only(Map<String, String> settings) {
        return new SmartIaSourceConfig(settings).organisations().get(0);
    }

    @Test
    void failureIsExplainedWithItsRemedy() {
        ApiException refused = ApiExceptions.answered(Kind.KEY_REJECTED, 401, "POST x responded with status 401");

        assertThat(FailureMessages.ofTask(failure(SessionStream.COMPLETED, refused), DEFAULT))
                .hasCause(refused)
                .hasMessage("Organisation default, stream completed: POST x responded with status 401. The task has "
                        + "stopped. Correct api.key, or give the key permission to read Smart IA sessions. "
                        + "Then restart the task: reading continues from its offset.");
    }

    @Test
    void organisationHasItsOwnOrTheSharedSettingAsRemedy() {
        ApiException refused = ApiExceptions.answered(Kind.KEY_REJECTED, 401, "POST x responded with status 401");

        assertThat(FailureMessages.ofOrganisation(failure(SessionStream.COMPLETED, refused), OAKS))
                .isEqualTo(
                        "Organisation oaks, stream completed: POST x responded with status 401. This organisation has "
                                + "stopped. Correct organisations.oaks.api.key, or give the key permission to read "
                                + "Smart IA sessions. If you change its settings, it starts again. Otherwise restart the "
                                + "task: reading continues from its offset.");
        assertThat(FailureMessages.ofOrganisation(
                        failure(SessionStream.COMPLETED, ApiExceptions.answered(Kind.WRONG_URL, 404, "no")), OAKS))
                .contains("Correct api.url: its host or its path.");
    }

    @ParameterizedTest
    @EnumSource
    void streamIsNamed(SessionStream stream) {
        ApiException failure = ApiExceptions.noAnswer(Kind.TRANSIENT, "no");

        assertThat(FailureMessages.ofTask(failure(stream, failure), DEFAULT))
                .hasMessageStartingWith("Organisation default, stream " + stream.streamName() + ": no.")
                .hasMessageContaining("api.max.retries");
    }

    @Test
    void unexpectedFailureIsToBeReported() {
        assertThat(FailureMessages.ofTask(
                        failure(SessionStream.COMPLETED, new IllegalStateException("upside down")), DEFAULT))
                .hasMessageContaining("reading failed unexpectedly (java.lang.IllegalStateException: upside down)")
                .hasMessageContaining("report this as a bug");
        assertThat(FailureMessages.ofLoop(new OutOfMemoryError("none left")))
                .hasMessageContaining("Reading failed unexpectedly (java.lang.OutOfMemoryError: none left)")
                .hasMessageContaining("Restart the task");
    }

    private static StreamFailedException failure(SessionStream stream, RuntimeException cause) {
        return StreamFailures.of("some-school", stream, cause);
    }
}
