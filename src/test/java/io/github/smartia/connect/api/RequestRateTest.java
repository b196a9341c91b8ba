package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRateTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.5, 5, 1_000, 1e12, Double.MAX_VALUE})
    void rateBeginsAtTheMostAndNeverExceedsIt(double most) {
        RequestRate rate = new RequestRate(most, 0);

        serve(rate, 100);

        assertThat(rate.perSecond()).isEqualTo(most);
        rate.sent(7);
        assertThat(rate.notBefore()).isEqualTo(7 + Math.round(1e9 / most));
    }

    @Test
    void throttlingCutsTheRateAndPagesRestoreIt() {
        RequestRate rate = new RequestRate(5, 0);

        rate.throttled(0, 0);
        assertThat(rate.perSecond()).isLessThan(4);

        serve(rate, 200);
        assertThat(rate.perSecond()).isEqualTo(5);
    }

    @Test
    void rateRisesSlowlyAroundWhereItWasThrottled() {
        RequestRate rate = new RequestRate(5, 0);
        rate.throttled(0, 0);

        serve(rate, 3);
        double near = rate.perSecond();
        serve(rate, 10);

        assertThat(near).isCloseTo(4.5, within(0.1));
        assertThat(rate.perSecond()).isCloseTo(near, within(0.15));
    }

    @Test
    void throttlingInARowDoesNotDelayRecovery() {
        RequestRate rate = new RequestRate(5, 0);
        for (int i = 0; i < 1_000; i++) {
            rate.throttled(0, 0);
        }
        assertThat(rate.perSecond()).isEqualTo(0.1);

        serve(rate, 12);

        assertThat(rate.perSecond()).isGreaterThan(4);
    }

    @Test
    void rateThatIsSetVeryLowIsCutNoFurther() {
        RequestRate rate = new RequestRate(0.02, 0);

        rate.throttled(0, 0);

        assertThat(rate.perSecond()).isEqualTo(0.02);
    }

    private static void serve(RequestRate rate, int times) {
        for (int i = 0; i < times; i++) {
            rate.served();
        }
    }
}
