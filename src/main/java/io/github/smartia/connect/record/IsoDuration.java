package io.github.smartia.connect.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ISO 8601 durations as seconds.
 *
 * <p>Accepts more than {@link java.time.Duration#parse}: weeks, fractions of any unit, and zero years and months, which some
 * serialisers always write ({@code P0Y0M0DT1H30M0S}). Other years and months have no fixed length.
 */
final class IsoDuration {

    // Nine digits of seconds are 30 years. The limit keeps the arithmetic cheap for any input.
    private static final String NUMBER = "(\\d{1,9}(?:[.,]\\d{1,9})?)";

    private static final Pattern DURATION = Pattern.compile("P(?=.)(?:0+Y)?(?:0+M)?(?:" + NUMBER + "W)?(?:" + NUMBER
            + "D)?(?:T(?=.)(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:" + NUMBER + "S)?)?");

    private static final BigDecimal[] SECONDS_PER_UNIT = {
        BigDecimal.valueOf(604_800),
        BigDecimal.valueOf(86_400),
        BigDecimal.valueOf(3_600),
        BigDecimal.valueOf(60),
        BigDecimal.ONE
    };

    private IsoDuration() {}

    /** The whole seconds in {@code text}, fractions truncated; empty if it is not a duration of a fixed length. */
    static Optional<Long> seconds(String text) {
        Matcher matcher = DURATION.matcher(text);
        return matcher.matches() ? Optional.of(sum(matcher)) : Optional.empty();
    }

    private static long sum(Matcher matcher) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int unit = 0; unit < SECONDS_PER_UNIT.length; unit++) {
            String number = matcher.group(unit + 1);
            if (number != null) {
                sum = sum.add(new BigDecimal(number.replace(',', '.')).multiply(SECONDS_PER_UNIT[unit]));
            }
        }
        return sum.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
