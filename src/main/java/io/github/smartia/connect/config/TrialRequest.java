package io.github.smartia.connect.config;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.SessionsApi;
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

/** A request that was made to see what comes of it. */
record TrialRequest(OrganisationSettings organisation, SessionsApi api, CompletableFuture<SessionPage> request) {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);

    /** Asks for one session. */
    static TrialRequest send(OrganisationSettings organisation, SessionsApi api, SessionStream stream) {
        return new TrialRequest(organisation, api, api.fetch(SessionQuery.of(stream.status(), stream.dateField(), 1)));
    }

    /**
     * Waits for what comes of it, then closes the client.
     *
     * @param deadline when not to wait any longer, in the nanoseconds of {@link System#nanoTime}
     * @return what to correct; empty where the API answered, or where its failure to answer may pass
     */
    List<Problem> outcome(long deadline) {
        try (api) {
            request.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return List.of();
        } catch (ExecutionException e) {
            return judge(e.getCause());
        } catch (TimeoutException e) {
            request.cancel(true);
            return letPass("no answer within a few seconds");
        } catch (InterruptedException e) {
            request.cancel(true);
            Thread.currentThread().interrupt();
            return letPass("interrupted");
        }
    }

    private List<Problem> judge(Throwable failure) {
        if (failure instanceof ApiException answer
                && !Diagnosis.of(answer, organisation).isEmpty()) {
            return Diagnosis.of(answer, organisation);
        }
        // The message of an unforeseen failure could hold anything, so its type must do.
        return letPass(
                failure instanceof ApiException passing
                        ? passing.getMessage()
                        : failure.getClass().getName());
    }

    private List<Problem> letPass(String reason) {
        LOG.warn(
                "The API could not be asked whether the settings of organisation {} work ({}). They are taken as they"
                        + " are.",
                organisation.name(),
                reason);
        return List.of();
    }
}
