package io.github.smartia.connect.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a message may quote from a response: only known words that describe a problem with a request. The format of error
 * bodies is not documented, so any other word may be personal data of a pupil.
 */
final class SafeExcerpt {

    private static final int MAX_CHARS = 400;
    private static final Pattern WORD = Pattern.compile("[^\\s\"'{}\\[\\]().:,;=/]+");
    private static final Set<String> HARMLESS =
            Arrays.stream("""
                    a an and any api are array as asc at bad be between both boolean but by body cannot code combined
                    completed conflict contain cursor data date dates desc details direction does each empty enddate
                    endpoint error errors exceed exceeded exceeds exist expected expired failed field filter for
                    forbidden found found from get greater gt gte has id in in_progress in-progress internal invalid is
                    iso it json key least length less limit lt lte malformed maximum message method minimum missing
                    more most must name no not null number object of offset on one only or pagination parameter
                    parameters parse path payload post property query range reason received request required resource
                    result schema search server session sessions should smart-ia sort startdate status statuscode
                    string subject subjects support supported testid testids than that the this timestamp title to
                    together too total type unexpected unix unknown unprocessable unsupported url use used user userid
                    userids uuid validation valid value values version was with x-api-key
                    """.split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private SafeExcerpt() {}

    /** Empty if the body has no text. A full stop at the end is left out, because the message continues. */
    static Optional<String> of(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, MAX_CHARS), StandardCharsets.UTF_8);
        String kept = WORD.matcher(start)
                .replaceAll(word -> HARMLESS.contains(word.group().toLowerCase(Locale.ROOT)) ? "$0" : "…");
        String line = kept.replaceAll("\\s+", " ").replaceFirst("[ .]+$", "").strip();
        return Optional.of(body.length > MAX_CHARS ? line + " …" : line).filter(text -> !text.isEmpty());
    }
}
