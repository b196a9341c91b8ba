package io.github.smartia.connect.read;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.ReadSettings.Extra;
import io.github.smartia.connect.schedule.OrganisationReader;
import io.github.smartia.connect.schedule.ReadAhead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Readers of one organisation in virtual time, and APIs for them. */
public final class TestReaders {

    private TestReaders() {}

    /** All of the completed stream, polled once a minute, with tombstones. */
    static ReadSettings settings(Duration lookback) {
        return settings(Optional.empty(), lookback, 100, Extra.TOMBSTONES);
    }

    static ReadSettings settings(Optional<Instant> start, Duration lookback, int pageSize, Extra... extras) {
        return new ReadSettings(
                List.of(SessionStream.COMPLETED), start, Duration.ofMinutes(1), lookback, pageSize, 4, Set.of(extras));
    }

    /** Starts to read an organisation. */
    static void start(
            SessionsApi api,
            ReadSettings settings,
            ContentHash hash,
            VirtualLoop loop,
            BatchQueue queue,
            ReadListener listener,
            Map<SessionStream, StreamOffset> stored) {
        OrganisationContext context = new OrganisationContext("some-school", settings, loop, queue, listener);
        new OrganisationReader(context, api, hash, stored, new ReadAhead(100, 9)).start(settings.pollInterval());
    }

    /** An API that responds at once. */
    static SessionsApi responding(Function<SessionQuery, SessionPage> pages) {
        return api(query -> {
            try {
                return CompletableFuture.completedFuture(pages.apply(query));
            } catch (ApiException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    public static SessionsApi api(Function<SessionQuery, CompletableFuture<SessionPage>> pages) {
        return new SessionsApi() {
            @Override
            public CompletableFuture<SessionPage> fetch(SessionQuery query) {
                return pages.apply(query);
            }

            @Override
            public void close() {}
        };
    }

    /** The response of an API that lists these in their order. Undated ones match every query, to be shown most often. */
    static SessionPage page(List<? extends Entry> all, SessionQuery query) {
        List<Entry> matching = all.stream()
                .filter(entry -> entry.date(query.dateField())
                        .map(date -> query.after().map(date::isAfter).orElse(true)
                                && query.before().map(date::isBefore).orElse(true))
                        .orElse(true))
                .<Entry>map(entry -> entry)
                .toList();
        List<Entry> shown =
                matching.stream().skip(query.offset()).limit(query.limit()).toList();
        return new SessionPage(shown, matching.size());
    }
}
