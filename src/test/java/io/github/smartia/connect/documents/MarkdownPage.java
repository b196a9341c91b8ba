package io.github.smartia.connect.documents;

import io.github.smartia.connect.stack.Unchecked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Markdown page: its code blocks, the targets of its links, and its anchors. Code holds neither links nor anchors. */
record MarkdownPage(String text) {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^([ \\t]*)(?:<!-- ([^\\n]*) -->\\n[ \\t]*)?```(\\w*)\\n(.*?)^[ \\t]*```[ \\t]*$");
    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern LINK = Pattern.compile("]\\(<?([^()<>\\s]+)");

    static MarkdownPage read(Path file) {
        return new MarkdownPage(Unchecked.get(() -> Files.readString(file)));
    }

    List<CodeBlock> blocks() {
        return BLOCK.matcher(text).results().map(MarkdownPage::block).toList();
    }

    /** The targets of its links and images, as written. */
    Set<String> links() {
        return found(LINK, CODE.matcher(withoutBlocks()).replaceAll("code"));
    }

    /** The names that GitHub gives its headings, for use behind a {@code #}. */
    Set<String> anchors() {
        return found(HEADING, withoutBlocks()).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\s_-]", ""))
                .map(heading -> heading.replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private String withoutBlocks() {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static Set<String> found(Pattern pattern, String prose) {
        return pattern.matcher(prose).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static CodeBlock block(MatchResult found) {
        String comment = Optional.ofNullable(found.group(2)).orElse("");
        String text = found.group(4).replaceAll("(?m)^" + found.group(1), "");
        return new CodeBlock(comment, found.group(3), text);
    }
}
