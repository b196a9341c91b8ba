package io.github.smartia.connect.record.privacy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of personal fields, recognised in any spelling: {@code firstName} in {@code first_name}, in {@code
 * pupil.FirstNames} and in a sentence about somebody's first name.
 */
final class FieldNames {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+"
            + "|(?<=\\p{Ll})(?=[\\p{Lu}\\p{N}])"
            + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}|\\p{N})"
            + "|(?<=\\p{N})(?=\\p{L})");

    private final Set<String> names;
    private final int longest;

    FieldNames(Collection<String> names) {
        this.names = names.stream().map(FieldNames::plain).collect(Collectors.toUnmodifiableSet());
        this.longest = this.names.stream().mapToInt(String::length).max().orElse(0) + 1;
    }

    /** Whether a name, or a text of many words, contains one of the names. */
    boolean areIn(String text) {
        List<String> words = Arrays.asList(BETWEEN_WORDS.split(text));
        for (int from = 0; from < words.size(); from++) {
            StringBuilder run = new StringBuilder();
            for (int to = from; to < words.size() && run.length() <= longest; to++) {
                run.append(words.get(to));
                if (names.contains(plain(run.toString()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** In lower case and singular. */
    private static String plain(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        return small.endsWith("s") ? small.substring(0, small.length() - 1) : small;
    }
}
