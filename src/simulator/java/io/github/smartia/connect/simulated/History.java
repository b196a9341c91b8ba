package io.github.smartia.connect.simulated;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Past sessions with the load pattern of schools. Sessions start in bursts: whole classes within minutes of the start
 * of a lesson, and thousands of pupils on a September morning. None start at night, at weekends or in August.
 *
 * @param firstDay in the time zone of the schools
 * @param lastDay in the time zone of the schools, inclusive
 * @param seed the same seed gives the same sessions
 */
public record History(LocalDate firstDay, LocalDate lastDay, long seed) {

    private static final List<LocalTime> LESSONS = Stream.of(9, 9, 10, 10, 11, 13, 14)
            .map(hour -> LocalTime.of(hour, 0))
            .toList();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int INTAKE_RUSH = 12;
    private static final int SETTLING_MILLIS = 4 * 60_000;
    private static final int SHORTEST_MILLIS = 15 * 60_000;
    private static final int LONGEST_MILLIS = 55 * 60_000;
    private static final int SESSIONS_A_PUPIL = 30;
    private static final int ONE_IN_ABANDONED = 200;
    private static final int ONE_IN_WITHOUT_RESULT = 50;

    /** Returns {@code count} sessions, in the order of their start. */
    public List<SimulatedSession> sessions(int count) {
        SplittableRandom random = new SplittableRandom(seed);
        NavigableMap<Double, LocalDate> days = days(random);
        List<Pupil> pupils = Stream.generate(() -> Invented.pupil(random))
                .limit(1 + count / SESSIONS_A_PUPIL)
                .toList();
        return LongStream.generate(() -> start(pick(days, random), random))
                .limit(count)
                .sorted()
                .mapToObj(start -> session(start, pupils.get(random.nextInt(pupils.size())), random))
                .toList();
    }

    private static LocalDate pick(NavigableMap<Double, LocalDate> days, RandomGenerator random) {
        return days.higherEntry(random.nextDouble(days.lastKey())).getValue();
    }

    /**
     * Maps the sum of all weights up to each school day to that day, so that a random number below the last sum selects
     * a day.
     */
    private NavigableMap<Double, LocalDate> days(RandomGenerator random) {
        NavigableMap<Double, LocalDate> days = new TreeMap<>();
        double sum = 0;
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            int weight = weight(day);
            if (weight > 0) {
                sum += weight * (0.25 + random.nextDouble());
                days.put(sum, day);
            }
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("no school day from " + firstDay + " to " + lastDay);
        }
        return days;
    }

    /** Approximate load of an English school relative to an ordinary day; 0 if the school is closed. */
    private static int weight(LocalDate day) {
        if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || day.getMonth() == Month.AUGUST) {
            return 0;
        }
        return day.getMonth() == Month.SEPTEMBER ? INTAKE_RUSH : 1;
    }

    private static SimulatedSession session(long start, Pupil pupil, RandomGenerator random) {
        long end = start + random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
        boolean abandoned = random.nextInt(ONE_IN_ABANDONED) == 0;
        boolean withoutResult = random.nextInt(ONE_IN_WITHOUT_RESULT) == 0;
        Optional<Outcome> result =
                abandoned || withoutResult ? Optional.empty() : Optional.of(Invented.result(start, end, random));
        long shownEnd = abandoned ? SimulatedSession.NOT_ENDED : end;
        Assessment test = Assessment.ALL.get(random.nextInt(Assessment.ALL.size()));
        return new SimulatedSession(Invented.id(random), start, shownEnd, pupil, test, result, Map.of());
    }

    private static long start(LocalDate day, RandomGenerator random) {
        LocalTime lesson = LESSONS.get(random.nextInt(LESSONS.size()));
        // The smaller of two random numbers, because most of a class starts early.
        int settling = Math.min(random.nextInt(SETTLING_MILLIS), random.nextInt(SETTLING_MILLIS));
        return day.atTime(lesson)
                .atZone(LONDON)
                .plus(Duration.ofMillis(settling))
                .toInstant()
                .toEpochMilli();
    }
}
