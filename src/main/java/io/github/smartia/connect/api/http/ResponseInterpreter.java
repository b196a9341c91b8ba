package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.json.PageReader;
import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionStream;
import java.time.Clock;

/** What a response means: a page, or which kind of failure. */
final class ResponseInterpreter {

    private final long maxSessionBytes;
    private final UnreadableFieldsLog unreadable;
    private final Clock clock;

    /** @param clock for a {@code Retry-After} date in a response without a date of its own */
    ResponseInterpreter(ApiOptions options, Clock clock) {
        this.maxSessionBytes = options.maxSessionBytes();
        this.unreadable = new UnreadableFieldsLog(options.organisation());
        this.clock = clock;
    }

    /**
     * @param body decompressed
     * @throws ApiException unless the response is a page
     */
    SessionPage page(ApiCall call, RawResponse response, byte[] body) {
        if (response.status() != 200) {
            throw failure(call, response, body);
        }
        SessionStream stream = SessionStream.of(call.query().status());
        try {
            SessionPage page = PageReader.read(body, maxSessionBytes, field -> unreadable.report(stream, field));
            return new PageValidator(call.query()).checked(page).served(response.date());
        } catch (UnexpectedResponseException e) {
            throw failure(Kind.UNREADABLE, call, response, "the response " + e.getMessage());
        }
    }

    private ApiException failure(ApiCall call, RawResponse response, byte[] body) {
        int status = response.status();
        Kind kind = kind(status);
        String meaning = switch (kind) {
            case KEY_REFUSED -> "the API key is not accepted, or lacks the permission for this call";
            case WRONG_URL ->
                status == 404
                        ? "there is no such API at this URL" + complaint(body)
                        : "the API redirects this URL, and redirects are not followed";
            case REQUEST_REFUSED -> "the API rejected the request" + complaint(body);
            default -> status == 429 ? "the request was throttled" : "the API could not serve the request";
        };
        return failure(kind, call, response, meaning);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.KEY_REFUSED;
            case 404 -> Kind.WRONG_URL;
            case 408, 429 -> Kind.TRANSIENT;
            default -> {
                Kind rejected = status < 400 ? Kind.WRONG_URL : Kind.REQUEST_REFUSED;
                yield status < 300 || status >= 500 ? Kind.TRANSIENT : rejected;
            }
        };
    }

    private static String complaint(byte[] body) {
        return SafeExcerpt.of(body).map(": "::concat).orElse(", and the response gives no reason");
    }

    private ApiException failure(Kind kind, ApiCall call, RawResponse response, String meaning) {
        String message = call + " responded with status " + response.status() + ": " + meaning;
        return ApiException.withStatus(kind, response.status(), response.retryAfter(clock), message);
    }
}
