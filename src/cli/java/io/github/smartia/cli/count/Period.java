package io.github.smartia.cli.count;

import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The periods by which sessions are counted, in UTC. */
public enum Period {
    DAY,
    MONTH;

    /** The name of the CSV column. */
    public String column() {
        return this == DAY ? "day" : "month";
    }

    LocalDate first(LocalDate day) {
        return this == DAY ? day : day.withDayOfMonth(1);
    }

    LocalDate next(LocalDate first) {
        return this == DAY ? first.plusDays(1) : first.plusMonths(1);
    }

    String label(LocalDate first) {
        return this == DAY ? first.toString() : YearMonth.from(first).toString();
    }

    /** Sessions from the start of one day to the start of another: the API's {@code gt} excludes its bound. */
    public static Search between(SessionStream stream, LocalDate from, LocalDate before) {
        return Search.oldest(stream)
                .after(from.atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1))
                .before(before.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
