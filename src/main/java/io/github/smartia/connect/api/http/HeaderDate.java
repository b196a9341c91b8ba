package io.github.smartia.connect.api.http;

import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;

/** A date in a header, such as {@code Tue, 06 Jan 2026 11:00:00 GMT}. */
final class HeaderDate {

    private HeaderDate() {}

    /** Empty where there is no such header, or none that can be read. */
    static Optional<Instant> of(HttpMessage response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(Header::getValue)
                .map(String::strip)
                .flatMap(HeaderDate::parsed);
    }

    static Optional<Instant> parsed(String text) {
        return Optional.ofNullable(DateUtils.parseStandardDate(text));
    }
}
