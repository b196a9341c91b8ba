package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.logging.SharedLogThrottle;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four readers that ask on and on, in simulated time, of an API that says neither its limit nor how long to wait. */
class BackfillSimulationTest {

    private static final SessionQuery QUERY = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);

    private final VirtualTime time = new VirtualTime();

    @ParameterizedTest(name = "an API that allows {0}/s, {1} at once, asked at {2}/s at most")
    @CsvSource({
        "0.2, 1, 5",
        "1, 1, 1",
        "1, 1, 5",
        "1, 5, 5",
        "2, 1, 2",
        "2, 1, 5",
        "2, 5, 5",
        "5, 1, 5",
        "5, 2, 5",
        "5, 5, 5",
        "5, 1, 20",
        "5, 5, 100",
        "20, 1, 20",
        "20, 5, 20",
        "20, 1, 100"
    })
    void fewRequestsAreRefusedAndMostOfTheLimitIsUsed(double allowed, double burst, double most) {
        LimitedApi api = new LimitedApi(time, allowed, burst);
        readOn(api, most);

        time.pass(seconds(3_000 / allowed));

        assertThat(api.refusedShare()).isLessThan(0.05);
        assertThat(api.served()).isGreaterThan(1_800);
    }

    @Test
    void fullRateIsReachedAgainWithinMinutesOnceTheLimitHasRisen() {
        LimitedApi api = new LimitedApi(time, 0.5, 1);
        readOn(api, 5);
        time.pass(Duration.ofHours(1));

        api.allow(50);
        time.pass(Duration.ofMinutes(5));
        int before = api.served();
        time.pass(Duration.ofMinutes(1));

        assertThat(api.served() - before).isGreaterThan(280);
    }

    @Test
    void fullRateIsReachedAgainWithinAMinuteAfterAnHourOfRefusals() {
        LimitedApi api = new LimitedApi(time, 0, 1);
        readOn(api, 5);
        time.pass(Duration.ofHours(1));
        assertThat(api.refused()).isLessThan(500);

        api.allow(50);
        time.pass(Duration.ofMinutes(2));
        int before = api.served();
        time.pass(Duration.ofMinutes(1));

        assertThat(api.served() - before).isGreaterThan(280);
    }

    private void readOn(SessionsApi limited, double most) {
        SessionsApi paced = new RateLimitedSessionsApi(limited, 4, most, time, time::nanoTime);
        RetrySettings retries = new RetrySettings(-1, Duration.ofSeconds(1), Duration.ofSeconds(60));
        SessionsApi api = new RetryingSessionsApi(
                paced, retries, "simulated", new SharedLogThrottle(), RequestListener.NONE, time, new Random(1));
        for (int reader = 0; reader < 4; reader++) {
            askOn(api);
        }
    }

    private static void askOn(SessionsApi api) {
        api.fetch(QUERY).whenComplete((page, thrown) -> askOn(api));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
