package io.github.smartia.connect.documents;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Markdown page: where its links lead to, and where links to it may lead. What stands in code counts for neither. */
record MarkdownPage(String text) {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^[ \\t]*(```|~~~).*?^[ \\t]*\\1[ \\t]*$");
    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern LINK_TEXT = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

    /** A link in brackets, one by reference, or one in HTML. */
    private static final Pattern LINK =
            Pattern.compile("]\\(<?([^()<>\\s]+)|(?m)^\\[[^]]+]:\\s+<?([^<>\\s]+)|(?:href|src)=\"([^\"]+)\"");

    /** The targets of its links and images, as written. */
    Set<String> links() {
        String prose = CODE.matcher(withoutCodeBlocks()).replaceAll("code");
        return LINK.matcher(prose)
                .results()
                .map(MarkdownPage::target)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names of its headings, as GitHub gives them for use behind a {@code #}. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(withoutCodeBlocks()).results().forEach(heading -> {
            String anchor = anchor(heading.group(1));
            int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
        });
        return anchors;
    }

    private String withoutCodeBlocks() {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }

    private static String anchor(String heading) {
        return LINK_TEXT
                .matcher(heading)
                .replaceAll(link -> Matcher.quoteReplacement(link.group(1)))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .replace(' ', '-');
    }

    private static String target(MatchResult link) {
        for (int group = 1; group <= link.groupCount(); group++) {
            if (link.group(group) != null) {
                return link.group(group);
            }
        }
        throw new IllegalStateException("No target in " + link.group());
    }
}
