package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.read.Stream;
import io.github.smartia.connect.read.StreamFailures;
import org.apache.kafka.connect.errors.ConnectException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads where a task has failed. */
class FailuresTest {

    @Test
    void whatWentWellIsHandedOn() throws InterruptedException {
        assertThat(Failures.<String>explained("some-school", () -> "well")).isEqualTo("well");
    }

    @Test
    void aFailureSaysWhoseAndWhatAndWhatBecomesOfItAndWhatToDo() {
        ApiException refused = ApiExceptions.answered(Kind.KEY_REFUSED, 401, "POST x was answered with status 401");

        assertFailure(refused)
                .hasMessage("Organisation some-school, stream completed: POST x was answered with status 401. The task"
                        + " has stopped. Correct api.key, or have the key given the right to read Smart IA sessions."
                        + " Then restart the task: reading goes on where it stopped.");
    }

    @ParameterizedTest
    @CsvSource({
        "KEY_REFUSED, api.key",
        "WRONG_URL, api.url",
        "REQUEST_REFUSED, filter settings",
        "UNREACHABLE, DNS",
        "PASSING, api.max.retries"
    })
    void adviceFitsTheFailure(Kind kind, String advice) {
        assertFailure(ApiExceptions.noAnswer(kind, "no")).hasMessageContaining(advice);
    }

    @ParameterizedTest
    @EnumSource
    void theStreamIsNamed(Stream stream) {
        ApiException failure = ApiExceptions.noAnswer(Kind.PASSING, "no");

        assertThatThrownBy(() -> explained(stream, failure))
                .hasMessageStartingWith("Organisation some-school, stream " + stream.streamName() + ": no.");
    }

    @Test
    void whatNobodyExpectedIsToBeReported() {
        assertFailure(new IllegalStateException("upside down"))
                .hasMessageContaining("reading broke down (java.lang.IllegalStateException: upside down)")
                .hasMessageContaining("report this as a bug");
    }

    private static AbstractThrowableAssert<?, ?> assertFailure(RuntimeException cause) {
        return assertThatThrownBy(() -> explained(Stream.COMPLETED, cause))
                .isInstanceOf(ConnectException.class)
                .hasCause(cause);
    }

    private static void explained(Stream stream, RuntimeException cause) throws InterruptedException {
        Failures.explained("some-school", () -> {
            throw StreamFailures.of(stream, cause);
        });
    }
}
