package io.github.smartia.connect.validation;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.Problem;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request whose outcome shows whether the settings of an organisation work. */
record TrialRequest(OrganisationSettings organisation, PageFetcher fetcher, CompletableFuture<SessionPage> page) {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);

    /** Requests one session on a separate thread. */
    static TrialRequest send(OrganisationSettings organisation, PageFetcher fetcher, SessionStream stream) {
        SessionQuery query = SessionQuery.of(stream.status(), stream.dateField(), 1);
        CompletableFuture<SessionPage> page = new CompletableFuture<>();
        CompletableFuture.runAsync(() -> fetcher.fetch(query, page), TrialRequest::start)
                .whenComplete((done, thrown) -> {
                    if (thrown != null) {
                        page.completeExceptionally(thrown.getCause());
                    }
                });
        return new TrialRequest(organisation, fetcher, page);
    }

    private static void start(Runnable request) {
        Thread thread = new Thread(request, "smart-ia-check");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the outcome, then closes the fetcher.
     *
     * @param deadline when to stop waiting, in nanoseconds of {@link System#nanoTime}
     * @return what to correct; empty if a page was returned, or if the failure is transient
     */
    List<Problem> outcome(long deadline) {
        try (fetcher) {
            page.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return List.of();
        } catch (ExecutionException e) {
            return diagnose(e.getCause());
        } catch (TimeoutException e) {
            page.cancel(true);
            return acceptUnchecked("no response within a few seconds");
        } catch (InterruptedException e) {
            page.cancel(true);
            Thread.currentThread().interrupt();
            return acceptUnchecked("interrupted");
        }
    }

    private List<Problem> diagnose(Throwable failure) {
        if (!(failure instanceof ApiException known)) {
            // The message of an unexpected failure may contain anything, so only its type is logged.
            return acceptUnchecked(failure.getClass().getName());
        }
        List<Problem> problems = FailureDiagnosis.problems(known, organisation);
        return problems.isEmpty() ? acceptUnchecked(known.getMessage()) : problems;
    }

    private List<Problem> acceptUnchecked(String reason) {
        LOG.warn(
                "Could not check the settings of organisation {} against the API ({}). They are accepted unchecked.",
                organisation.name(),
                reason);
        return List.of();
    }
}
