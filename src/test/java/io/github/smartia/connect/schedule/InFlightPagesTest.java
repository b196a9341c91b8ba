package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.read.TestReaders;
import io.github.smartia.connect.read.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightPagesTest {

    private static final SessionQuery QUERY = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 10);
    private static final SessionPage PAGE = new SessionPage(List.of(), 0);

    private final VirtualLoop loop = new VirtualLoop();
    private final List<CompletableFuture<SessionPage>> requested = new ArrayList<>();
    private final List<SessionPage> responses = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private int refused;
    private final InFlightPages requests = new InFlightPages(api(), 2, loop, failures::add);

    @Test
    void requestsInFlightAreLimited() {
        send();
        assertThat(requests.mayRequest()).isTrue();
        send();
        assertThat(requests.mayRequest()).isFalse();

        requested.get(0).complete(PAGE);
        loop.pass(Duration.ZERO);

        assertThat(requests.mayRequest()).isTrue();
        assertThat(responses).containsExactly(PAGE);
    }

    @Test
    void failureIsPassedOn() {
        send();
        fail(new IllegalStateException("refused"));

        assertThat(failures).singleElement().satisfies(e -> assertThat(e).hasMessage("refused"));
        assertThat(requests.mayRequest()).isTrue();
    }

    @Test
    void cancelledRequestsAreForgotten() {
        send();
        requests.cancel();
        loop.pass(Duration.ZERO);

        assertThat(requested.get(0)).isCancelled();
        assertThat(responses).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void rejectedPlainRequestIsAFailure() {
        send();
        fail(refusal());

        assertThat(failures).hasSize(1);
        assertThat(refused).isZero();
    }

    @Test
    void rejectedReplaceableRequestIsUnavailable() {
        requests.request(QUERY.newestFirst(), responses::add, () -> refused++);
        fail(refusal());

        assertThat(failures).isEmpty();
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void rejectedKeyIsAFailureOfAnyRequest() {
        requests.request(QUERY.newestFirst(), responses::add, () -> refused++);
        fail(ApiExceptions.answered(Kind.KEY_REJECTED, 401, "refused"));

        assertThat(failures).hasSize(1);
    }

    private static ApiException refusal() {
        return ApiExceptions.answered(Kind.REQUEST_REJECTED, 400, "refused");
    }

    private void send() {
        requests.request(QUERY, responses::add, () -> refused++);
    }

    private void fail(RuntimeException failure) {
        requested.get(0).completeExceptionally(failure);
        loop.pass(Duration.ZERO);
    }

    private SessionsApi api() {
        return TestReaders.api(query -> {
            CompletableFuture<SessionPage> page = new CompletableFuture<>();
            requested.add(page);
            return page;
        });
    }
}
