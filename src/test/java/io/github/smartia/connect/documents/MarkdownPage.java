package io.github.smartia.connect.documents;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Markdown page: its code blocks, the targets of its links, and its anchors. Code holds neither links nor anchors. */
record MarkdownPage(String text) {

    private static final Pattern BLOCK = Pattern.compile(
            "(?ms)^([ \\t]*)(?:<!-- ([^\\n]*) -->\\n[ \\t]*)?(```|~~~)(\\w*)\\n(.*?)^[ \\t]*\\3[ \\t]*$");
    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern LINK_TEXT = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

    /** A link in brackets, one by reference, or one in HTML. */
    private static final Pattern LINK =
            Pattern.compile("]\\(<?([^()<>\\s]+)|(?m)^\\[[^]]+]:\\s+<?([^<>\\s]+)|(?:href|src)=\"([^\"]+)\"");

    List<CodeBlock> blocks() {
        return BLOCK.matcher(text).results().map(MarkdownPage::block).toList();
    }

    /** The targets of its links and images, as written. */
    Set<String> links() {
        String prose = CODE.matcher(withoutBlocks()).replaceAll("code");
        return LINK.matcher(prose)
                .results()
                .map(MarkdownPage::target)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names that GitHub gives its headings, for use behind a {@code #}. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(withoutBlocks()).results().forEach(heading -> {
            String anchor = anchor(heading.group(1));
            int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
        });
        return anchors;
    }

    private String withoutBlocks() {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static CodeBlock block(MatchResult found) {
        String comment = Optional.ofNullable(found.group(2)).orElse("");
        String text = found.group(5).replaceAll("(?m)^" + found.group(1), "");
        return new CodeBlock(comment, found.group(4), text);
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
        return IntStream.rangeClosed(1, link.groupCount())
                .mapToObj(link::group)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }
}
