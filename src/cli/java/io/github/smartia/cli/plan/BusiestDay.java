package io.github.smartia.cli.plan;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.ApiFailure.Kind;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.SessionStream;
import io.github.smartia.cli.count.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A busy day in the last year of a stream: the busiest day of the busiest week of the busiest month, approximately.
 *
 * @param from the first day
 * @param days one, or more if there were not enough requests to find the day
 */
public record BusiestDay(LocalDate from, int days, long sessions) {

    private static final int YEAR = 365;

    /** Dividing a year three times by eight leaves one day. */
    private static final int PARTS = 8;

    double perDay() {
        return (double) sessions / days;
    }

    /** Sends at most twenty requests. Empty if there is no session. */
    static Optional<BusiestDay> find(StreamSize size, Requests requests) throws ApiFailure, InterruptedException {
        if (size.newest().isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = LocalDate.ofInstant(size.newest().get(), ZoneOffset.UTC);
        LocalDate first = LocalDate.ofInstant(size.oldest().orElseThrow(), ZoneOffset.UTC);
        LocalDate from = first.isBefore(last.minusDays(YEAR - 1)) ? last.minusDays(YEAR - 1) : first;
        int days = (int) (last.toEpochDay() - from.toEpochDay()) + 1;
        return Optional.of(narrowed(size.stream(), from, days, requests));
    }

    private static BusiestDay narrowed(SessionStream stream, LocalDate from, int days, Requests requests)
            throws ApiFailure, InterruptedException {
        BusiestDay best = new BusiestDay(from, days, requests.count(Period.between(stream, from, from.plusDays(days))));
        try {
            while (best.days > 1) {
                best = best.busiestPart(stream, requests);
            }
        } catch (ApiFailure failure) {
            if (failure.kind() != Kind.BUDGET) {
                throw failure;
            }
        }
        return best;
    }

    private BusiestDay busiestPart(SessionStream stream, Requests requests) throws ApiFailure, InterruptedException {
        int width = (days + PARTS - 1) / PARTS;
        List<BusiestDay> parts = new ArrayList<>();
        long rest = sessions;
        for (int done = 0; done < days; done += width) {
            int wide = Math.min(width, days - done);
            LocalDate begin = from.plusDays(done);
            boolean last = done + wide == days;
            // The rest is in the last part.
            long count = last ? rest : requests.count(Period.between(stream, begin, begin.plusDays(wide)));
            rest = Math.max(0, rest - count);
            parts.add(new BusiestDay(begin, wide, count));
        }
        return parts.stream()
                .reduce((one, other) -> other.sessions > one.sessions ? other : one)
                .orElseThrow();
    }
}
