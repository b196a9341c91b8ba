package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final SessionQuery QUERY = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 10);
    private static final SessionPage PAGE = new SessionPage(List.of(), 0);

    private final VirtualLoop loop = new VirtualLoop();
    private final List<CompletableFuture<SessionPage>> asked = new ArrayList<>();
    private final List<SessionPage> answers = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final Requests requests = new Requests(api(), 2, loop, failures::add);

    @Test
    void asManyAsAllowedAreUnderWayAtOnce() {
        send();
        assertThat(requests.mayGo()).isTrue();
        send();
        assertThat(requests.mayGo()).isFalse();

        answer(0);

        assertThat(requests.mayGo()).isTrue();
        assertThat(answers).containsExactly(PAGE);
    }

    @Test
    void aFailureIsHandedOn() {
        send();
        fail(0);

        assertThat(failures).singleElement().satisfies(e -> assertThat(e).hasMessage("refused"));
        assertThat(requests.mayGo()).isTrue();
    }

    @Test
    void whatIsGivenUpIsCancelledAndForgotten() {
        send();
        requests.giveUp();
        loop.pass(Duration.ZERO);

        assertThat(asked.get(0)).isCancelled();
        assertThat(answers).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void answersThatAreDisregardedAreWaitedForAndThrownAway() {
        send();
        requests.disregardAnswers();
        assertThat(requests.waitForNothing()).isTrue();
        assertThat(asked.get(0)).isNotDone();

        answer(0);
        assertThat(answers).isEmpty();
        assertThat(requests.waitForNothing()).isFalse();
        send();
        answer(1);
        assertThat(answers).hasSize(1);
    }

    @Test
    void whatFailsWhileItsAnswerIsDisregardedFailsAllTheSame() {
        send();
        requests.disregardAnswers();
        fail(0);

        assertThat(failures).hasSize(1);
    }

    @Test
    void timeWithoutAnAnswerCountsFromTheLastOne() {
        loop.pass(Duration.ofHours(1));
        assertThat(requests.goUnansweredFor(Duration.ofSeconds(10)))
                .as("nothing was asked")
                .isFalse();
        send();
        send();
        loop.pass(Duration.ofSeconds(9));
        assertThat(requests.goUnansweredFor(Duration.ofSeconds(10))).isFalse();
        answer(0);
        loop.pass(Duration.ofSeconds(9));
        assertThat(requests.goUnansweredFor(Duration.ofSeconds(10))).isFalse();
        loop.pass(Duration.ofSeconds(1));

        assertThat(requests.goUnansweredFor(Duration.ofSeconds(10))).isTrue();
    }

    private void send() {
        requests.send(QUERY, answers::add, () -> {});
    }

    private void answer(int number) {
        asked.get(number).complete(PAGE);
        loop.pass(Duration.ZERO);
    }

    private void fail(int number) {
        asked.get(number).completeExceptionally(new IllegalStateException("refused"));
        loop.pass(Duration.ZERO);
    }

    private SessionsApi api() {
        return new SessionsApi() {
            @Override
            public CompletableFuture<SessionPage> fetch(SessionQuery query) {
                CompletableFuture<SessionPage> page = new CompletableFuture<>();
                asked.add(page);
                return page;
            }

            @Override
            public void close() {}
        };
    }
}
