package io.github.smartia.connect.documents;

import io.github.smartia.connect.stack.Unchecked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * A block of code on a Markdown page, without its indentation. The comment above a shell block says what runs it, {@code Run
     * by ConfigFilesIT} or {@code Run by .ci/commands}, or why nothing does, {@code Not run: REASON}. A script or test class runs
     * a command if it holds the command, or if it holds the path of the page and the command's first word.
     *
     * @param comment the HTML comment on the line above; empty if there is none
     * @param language empty if the page names none
     */
    record CodeBlock(String comment, String language, String text) {

        private static final String RUN = "Run by ";

        /** A line, with those that follow while a quote is open or the line break is escaped. */
        private static final Pattern COMMAND = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|\\\\\\n|[^\\n'\"])+");

        /** A block without a language counts: nothing else says what it is. */
        boolean isShell() {
            return language.isEmpty() || language.equals("sh");
        }

        List<String> commands() {
            return COMMAND.matcher(text)
                    .results()
                    .map(line -> line.group().strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }

        /**
         * The commands that nothing runs, without a reason.
         *
         * @param runners returns the text of a script or test class by its name; empty if there is none
         */
        Stream<String> problems(Path page, Function<String, String> runners) {
            if (!isShell() || comment.startsWith("Not run: ")) {
                return Stream.empty();
            }
            if (!comment.startsWith(RUN)) {
                return Stream.of(page + ": no comment says what runs " + text);
            }
            List<String> texts = Stream.of(comment.substring(RUN.length()).split(", ", -1))
                    .map(runners)
                    .toList();
            return commands().stream()
                    .filter(command -> !command.startsWith("export "))
                    .filter(command -> texts.stream().noneMatch(runner -> runs(runner, page, command)))
                    .map(command -> page + ": not " + comment + ": " + command);
        }

        private static boolean runs(String runner, Path page, String command) {
            String program = command.split("\\s", 2)[0];
            return runner.contains(command) || (runner.contains(page.toString()) && runner.contains(program));
        }
    }
}
