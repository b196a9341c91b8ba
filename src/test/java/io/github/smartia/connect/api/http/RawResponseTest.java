package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawResponseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-06T09:00:00Z"), ZoneOffset.UTC);

    private final HttpResponse response = new BasicHttpResponse(429);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                              | PT1S
            ' 3600 '                       | PT1H
            86400                          | P1D
            86401                          | P1D
            999999999                      | P1D
            99999999999999999999999999     | P1D
            007                            | PT7S
            Tue, 06 Jan 2026 09:02:00 GMT  | PT2M
            Tuesday, 06-Jan-26 09:02:00 GMT | PT2M
            Fri, 31 Dec 9999 23:59:59 GMT  | P1D
            """)
    void secondsOrUntilADateAreWaitedForUpToADay(String value, Duration wait) {
        assertThat(retryAfter(value)).contains(wait);
    }

    @Test
    void dateIsComparedWithTheDateOfTheApi() {
        response.setHeader("Date", "Tue, 06 Jan 2026 11:00:00 GMT");

        assertThat(retryAfter("Tue, 06 Jan 2026 11:00:30 GMT")).contains(Duration.ofSeconds(30));
    }

    @Test
    void absentRetryAfterAsksForNoWait() {
        assertThat(new RawResponse(response, new byte[0]).retryAfter(CLOCK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "000", "Tue, 06 Jan 2026 09:00:00 GMT",
                "Tue, 06 Jan 2026 08:59:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "",
                " ", "soon", "-5",
                "1.5", "1e3", "\u0663",
                "5 s", "2026-01-06T09:02:00Z", "Tue, 99 Jan 2026"
            })
    void pastOrUnreadableRetryAfterAsksForNoWait(String value) {
        assertThat(retryAfter(value)).isEmpty();
    }

    private Optional<Duration> retryAfter(String value) {
        response.setHeader("Retry-After", value);
        return new RawResponse(response, new byte[0]).retryAfter(CLOCK);
    }
}
