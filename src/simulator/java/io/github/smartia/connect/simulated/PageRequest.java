package io.github.smartia.connect.simulated;

import static java.util.Objects.requireNonNullElse;

import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request for one page: the body of {@code POST /smart-ia/sessions/search}. Unknown fields are ignored. A field that
 * the client omits is null, and then gets its default if it has one.
 *
 * @param offset sessions to skip; the cursor takes precedence
 * @param cursor the offset of the requested page as text
 */
record PageRequest(Search search, Sort sort, Integer limit, Integer offset, String cursor) {

    private static final int MOST = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** The date to sort by, and {@code asc} or {@code desc}. */
    record Sort(SortField field, String direction) {

        Sort {
            field = requireNonNullElse(field, SortField.START_DATE);
            direction = requireNonNullElse(direction, "asc");
            require(Set.of("asc", "desc").contains(direction), "sort.direction must be asc or desc");
        }
    }

    /** The conditions that sessions must meet. Empty sets accept every session. */
    record Search(
            Scope status,
            DateRange startDate,
            DateRange endDate,
            Set<String> testIds,
            Set<String> userIds,
            Set<String> subjects) {

        Search {
            status = requireNonNullElse(status, Scope.ANY);
            startDate = requireNonNullElse(startDate, DateRange.ANY);
            endDate = requireNonNullElse(endDate, DateRange.ANY);
            testIds = requireNonNullElse(testIds, Set.of());
            userIds = requireNonNullElse(userIds, Set.of());
            subjects = requireNonNullElse(subjects, Set.of());
        }

        DateRange range(SortField field) {
            return field == SortField.START_DATE ? startDate : endDate;
        }

        boolean matches(SimulatedSession session) {
            return Stream.of(SortField.values()).allMatch(field -> range(field).contains(session.millis(field)))
                    && accept(testIds, session.test().testId())
                    && accept(userIds, session.user().userId())
                    && accept(subjects, session.test().subject());
        }

        private static boolean accept(Set<String> accepted, Object value) {
            return accepted.isEmpty() || accepted.contains(value.toString());
        }
    }

    PageRequest {
        search = requireNonNullElse(search, new Search(null, null, null, null, null, null));
        sort = requireNonNullElse(sort, new Sort(null, null));
        limit = requireNonNullElse(limit, MOST);
        offset = requireNonNullElse(offset, 0);
        require(limit >= 1 && limit <= MOST, "limit must be 1 to " + MOST);
        offset = cursor == null ? offset : Integer.valueOf(cursor);
        require(offset >= 0, "offset must not be negative");
    }

    /** @throws RuntimeException if the body is malformed */
    static PageRequest read(String body) {
        return MAPPER.readValue(body, PageRequest.class);
    }

    static void require(boolean sound, String message) {
        if (!sound) {
            throw new IllegalArgumentException(message);
        }
    }

    boolean descending() {
        return sort.direction().equals("desc");
    }

    /** The range of the date that the request sorts by. */
    DateRange range() {
        return search.range(sort.field());
    }

    /** Whether there is a condition besides the status and {@link #range}. */
    boolean hasMoreConditions() {
        SortField other = sort.field() == SortField.START_DATE ? SortField.END_DATE : SortField.START_DATE;
        return !search.range(other).equals(DateRange.ANY)
                || Stream.of(search.testIds(), search.userIds(), search.subjects())
                        .anyMatch(set -> !set.isEmpty());
    }
}
