package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.json.PageReader;
import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;

/** What an answer means: a page, or which kind of failure. */
final class ResponseInterpreter {

    private final ApiCall call;
    private final SessionQuery query;
    private final long maxSessionBytes;
    private final UnreadableFieldsLog unreadable;

    ResponseInterpreter(ApiCall call, SessionQuery query, long maxSessionBytes, UnreadableFieldsLog unreadable) {
        this.call = call;
        this.query = query;
        this.maxSessionBytes = maxSessionBytes;
        this.unreadable = unreadable;
    }

    /** @throws ApiException unless the answer is a page */
    SessionPage page(RawResponse answer) {
        if (answer.status() != 200) {
            throw failure(answer);
        }
        try {
            SessionPage page = PageReader.read(answer.body(), query.limit(), maxSessionBytes);
            unreadable.report(SessionStream.of(query.status()), page.entries());
            return new PageValidator(query).checked(page).served(answer.servedAt());
        } catch (UnexpectedResponseException e) {
            throw failure(Kind.UNREADABLE, answer, "yet the answer " + e.getMessage());
        }
    }

    private ApiException failure(RawResponse answer) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            return failure(Kind.KEY_REFUSED, answer, "the API key is not accepted, or lacks the right to this call");
        }
        if (status == 404) {
            return failure(Kind.WRONG_URL, answer, "there is no such API at this URL" + complaint(answer));
        }
        if (status >= 300 && status < 400) {
            return failure(Kind.WRONG_URL, answer, "this URL leads elsewhere, and redirects are not followed");
        }
        if (status == 408 || status == 429 || status >= 500 || status < 300) {
            return failure(Kind.PASSING, answer, "the API did not serve the request");
        }
        return failure(Kind.REQUEST_REFUSED, answer, "the API does not take the request" + complaint(answer));
    }

    private static String complaint(RawResponse answer) {
        return SafeExcerpt.of(answer.body()).map(": "::concat).orElse(", and the answer says nothing more");
    }

    private ApiException failure(Kind kind, RawResponse answer, String meaning) {
        String message = call + " was answered with status " + answer.status() + ": " + meaning;
        return ApiException.answered(kind, answer.status(), answer.retryAfter(), message);
    }
}
