package io.github.smartia.connect.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
