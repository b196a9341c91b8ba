package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final History YEAR = new History(LocalDate.of(2024, 9, 1), LocalDate.of(2025, 8, 31), 42);
    private static final List<SimulatedSession> SESSIONS = YEAR.sessions(20_000);

    private static ZonedDateTime atSchool(Instant date) {
        return date.atZone(SchoolCalendar.ZONE);
    }

    @Test
    void pupilsWorkInSchoolHoursOnSchoolDays() {
        assertThat(SESSIONS).hasSize(20_000).allSatisfy(session -> {
            ZonedDateTime start = atSchool(session.startDate());
            assertThat(start.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(15, 0));
            assertThat(start.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(start.getMonth()).isNotEqualTo(Month.AUGUST);
            session.endDate()
                    .ifPresent(end -> assertThat(atSchool(end))
                            .isAfter(start)
                            .isBefore(start.toLocalDate().atTime(15, 0).atZone(SchoolCalendar.ZONE)));
        });
    }

    @Test
    void aSeptemberDayIsFarBusierThanADayInSpring() {
        Map<LocalDate, Long> perDay = SESSIONS.stream()
                .map(session -> atSchool(session.startDate()).toLocalDate())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long september = busiest(perDay, Month.SEPTEMBER);

        assertThat(september).isGreaterThan(5 * busiest(perDay, Month.MAY)).isGreaterThan(500);
    }

    private static long busiest(Map<LocalDate, Long> perDay, Month month) {
        return perDay.entrySet().stream()
                .filter(day -> day.getKey().getMonth() == month)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElseThrow();
    }

    @Test
    void mostSessionsAreCompletedWithAResult() {
        long completed = SESSIONS.stream().filter(SimulatedSession::isCompleted).count();
        long withResult = SESSIONS.stream().filter(s -> s.result().isPresent()).count();

        assertThat(completed).isBetween(19_700L, 19_999L);
        assertThat(withResult).isBetween(19_000L, completed - 1);
        assertThat(SESSIONS)
                .filteredOn(s -> !s.isCompleted())
                .allMatch(s -> s.result().isEmpty());
    }

    @Test
    void noIdComesTwiceAndPupilsComeAgain() {
        assertThat(SESSIONS.stream().map(SimulatedSession::sessionId).distinct())
                .hasSize(20_000);
        assertThat(SESSIONS.stream().map(SimulatedSession::user).distinct()).hasSizeLessThan(1_000);
    }

    @Test
    void someUsersHaveOptionalFieldsAndSomeLackThem() {
        for (String field : List.of("upn", "externalId", "middleName", "emails", "dateOfBirth")) {
            assertThat(SESSIONS.stream().map(s -> s.user().json().contains("\"" + field + "\"")))
                    .as(field)
                    .contains(true, false);
        }
    }

    @Test
    void theSeedDecidesAll() {
        assertThat(json(YEAR)).isEqualTo(json(YEAR));
        assertThat(json(new History(YEAR.firstDay(), YEAR.lastDay(), 43))).isNotEqualTo(json(YEAR));
    }

    private static List<String> json(History history) {
        return history.sessions(50).stream().map(SimulatedSession::json).toList();
    }

    @Test
    void aTimeWithoutSchoolHasNoHistory() {
        History august = new History(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31), 1);

        assertThatThrownBy(() -> august.sessions(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(YEAR.sessions(0)).isEqualTo(Collections.emptyList());
    }
}
