package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.json.PageReader;
import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionStream;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Interprets a response as a page or as a kind of failure. Thread-safe. */
final class ResponseInterpreter {

    private final ApiOptions options;
    private final Clock clock;
    private final Logger log;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    ResponseInterpreter(ApiOptions options, Clock clock) {
        this(options, clock, LoggerFactory.getLogger(ResponseInterpreter.class));
    }

    ResponseInterpreter(ApiOptions options, Clock clock, Logger log) {
        this.options = options;
        this.clock = clock;
        this.log = log;
    }

    /** @throws ApiException if the response is not a valid page */
    SessionPage page(ApiCall call, RawResponse response) {
        if (response.status() != 200) {
            throw failure(call, response);
        }
        SessionStream stream = SessionStream.of(call.query().status());
        try {
            SessionPage page =
                    PageReader.read(response.body(), options.maxSessionBytes(), field -> unreadable(stream, field));
            return new PageValidator(call.query()).checked(page).withServedAt(response.date());
        } catch (UnexpectedResponseException e) {
            throw failure(Kind.UNREADABLE, call, response, "the response " + e.getMessage());
        }
    }

    /** Logs a warning once per field and stream, always without the value. */
    private void unreadable(SessionStream stream, String field) {
        if (reported.add(stream.streamName() + " " + field)) {
            log.warn(
                    "Organisation {}, stream {}: {} has a type or format that the API does not document. Sessions with "
                            + "such a value are published without it. additionalFields contains the original value, "
                            + "unless the privacy settings exclude it. Further such sessions are not logged.",
                    options.organisation(),
                    stream.streamName(),
                    field);
        }
    }

    private ApiException failure(ApiCall call, RawResponse response) {
        int status = response.status();
        Kind kind = kind(status);
        String meaning = switch (kind) {
            case KEY_REJECTED -> "the API key is not accepted, or lacks the permission for this call";
            case WRONG_URL ->
                status == 404
                        ? "there is no such API at this URL" + complaint(response)
                        : "the API redirects this URL, and redirects are not followed";
            case REQUEST_REJECTED -> "the API rejected the request" + complaint(response);
            default -> status == 429 ? "the request was throttled" : "the API could not serve the request";
        };
        return failure(kind, call, response, meaning);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.KEY_REJECTED;
            case 404 -> Kind.WRONG_URL;
            case 408, 429 -> Kind.TRANSIENT;
            default -> {
                Kind rejected = status < 400 ? Kind.WRONG_URL : Kind.REQUEST_REJECTED;
                yield status < 300 || status >= 500 ? Kind.TRANSIENT : rejected;
            }
        };
    }

    private static String complaint(RawResponse response) {
        return SafeExcerpt.of(response.body()).map(": "::concat).orElse(", and the response gives no reason");
    }

    private ApiException failure(Kind kind, ApiCall call, RawResponse response, String meaning) {
        String message = call + " responded with status " + response.status() + ": " + meaning;
        return ApiException.withStatus(kind, response.status(), response.retryAfter(clock), message);
    }
}
