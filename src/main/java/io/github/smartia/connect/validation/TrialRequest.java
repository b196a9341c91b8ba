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

/** A request that is made to see what comes of it. */
record TrialRequest(OrganisationSettings organisation, PageFetcher fetcher, CompletableFuture<SessionPage> page) {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);

    /** Asks for one session, on a thread of its own. */
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
     * Waits for what comes of it, then closes the fetcher.
     *
     * @param deadline when not to wait any longer, in the nanoseconds of {@link System#nanoTime}
     * @return what to correct; empty where a page came, or where the failure is transient
     */
    List<Problem> outcome(long deadline) {
        try (fetcher) {
            page.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return List.of();
        } catch (ExecutionException e) {
            return judge(e.getCause());
        } catch (TimeoutException e) {
            page.cancel(true);
            return letPass("no response within a few seconds");
        } catch (InterruptedException e) {
            page.cancel(true);
            Thread.currentThread().interrupt();
            return letPass("interrupted");
        }
    }

    private List<Problem> judge(Throwable failure) {
        if (!(failure instanceof ApiException known)) {
            // The message of an unforeseen failure could hold anything, so its type must do.
            return letPass(failure.getClass().getName());
        }
        List<Problem> problems = FailureDiagnosis.problems(known, organisation);
        return problems.isEmpty() ? letPass(known.getMessage()) : problems;
    }

    private List<Problem> letPass(String reason) {
        LOG.warn(
                "Could not check the settings of organisation {} against the API ({}). They are accepted unchecked.",
                organisation.name(),
                reason);
        return List.of();
    }
}
