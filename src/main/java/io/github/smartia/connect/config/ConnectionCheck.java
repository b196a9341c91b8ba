package io.github.smartia.connect.config;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.SessionPage;
import io.github.smartia.connect.api.SessionQuery;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.read.Stream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the API for one session, to find a wrong URL or key while the person who set it is still there. */
public final class ConnectionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);

    /** Whoever waits for other settings to work waits for this too. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Function<SmartIaSourceConfig, SessionsApi> connect;
    private final Duration patience;

    /**
     * A check that takes no more than about three seconds.
     *
     * @param connect makes a client that asks once, without retries; the check closes it
     */
    public ConnectionCheck(Function<SmartIaSourceConfig, SessionsApi> connect) {
        this(connect, PATIENCE);
    }

    ConnectionCheck(Function<SmartIaSourceConfig, SessionsApi> connect, Duration patience) {
        this.connect = connect;
        this.patience = patience;
    }

    /** What to correct; empty where the API answered, or where its failure to answer may pass. */
    List<Problem> check(SmartIaSourceConfig config) {
        Stream stream = config.reading().streams().iterator().next();
        try (SessionsApi api = connect.apply(config)) {
            return await(api.fetch(SessionQuery.of(stream.status(), stream.dateField(), 1)), config);
        }
    }

    private List<Problem> await(CompletableFuture<SessionPage> request, SmartIaSourceConfig config) {
        try {
            request.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return List.of();
        } catch (ExecutionException e) {
            return judge(e.getCause(), config);
        } catch (TimeoutException e) {
            request.cancel(true);
            return letPass("no answer within " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            request.cancel(true);
            Thread.currentThread().interrupt();
            return letPass("interrupted");
        }
    }

    private static List<Problem> judge(Throwable failure, SmartIaSourceConfig config) {
        if (failure instanceof ApiException answer && answer.kind() != ApiException.Kind.PASSING) {
            return Diagnosis.of(answer, config.filters().inUse());
        }
        // The message of an unforeseen failure could hold anything, so its type must do.
        return letPass(
                failure instanceof ApiException passing
                        ? passing.getMessage()
                        : failure.getClass().getName());
    }

    private static List<Problem> letPass(String reason) {
        LOG.warn("The API could not be asked whether the settings work ({}). They are taken as they are.", reason);
        return List.of();
    }
}
