package io.github.smartia.connect.simulated;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

/** When an English school, roughly, is open and how much it assesses then. */
final class SchoolCalendar {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private record Days(MonthDay first, MonthDay last) {

        static Days of(int firstMonth, int firstDay, int lastMonth, int lastDay) {
            return new Days(MonthDay.of(firstMonth, firstDay), MonthDay.of(lastMonth, lastDay));
        }

        boolean contain(LocalDate day) {
            MonthDay at = MonthDay.from(day);
            return !at.isBefore(first) && !at.isAfter(last);
        }
    }

    private static final List<Days> HOLIDAYS = List.of(
            Days.of(1, 1, 1, 4),
            Days.of(2, 14, 2, 20),
            Days.of(4, 1, 4, 14),
            Days.of(5, 25, 5, 31),
            Days.of(7, 22, 9, 2),
            Days.of(10, 25, 10, 31),
            Days.of(12, 20, 12, 31));
    private static final Days NEW_INTAKE = Days.of(9, 3, 9, 24);
    private static final int INTAKE_RUSH = 12;

    private SchoolCalendar() {}

    /** How busy a day is beside an ordinary school day, which is 1; 0 where the school is closed. */
    static int weight(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (weekend || HOLIDAYS.stream().anyMatch(days -> days.contain(day))) {
            return 0;
        }
        return NEW_INTAKE.contain(day) ? INTAKE_RUSH : 1;
    }
}
