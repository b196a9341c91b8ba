package io.github.smartia.connect.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The shell blocks of a page. The HTML comment above each says what runs it, {@code Run by ConfigFilesIT} or {@code Run by
 * .ci/commands}, or why nothing does, {@code Not run: REASON}. A script or test class runs a command if it holds the command,
 * or if it holds the path of the page and the command's first word.
 *
 * @param runners returns the text of a script or test class by its name; empty if there is none
 */
record ShellBlocks(Path path, MarkdownPage page, Function<String, String> runners) {

    private static final String RUN = "Run by ";
    private static final String NOT_RUN = "Not run: ";

    List<String> problems() {
        return page.blocks().stream()
                .filter(CodeBlock::isShell)
                .flatMap(this::problems)
                .map(problem -> path + ": " + problem)
                .toList();
    }

    private Stream<String> problems(CodeBlock block) {
        if (block.comment().startsWith(NOT_RUN)) {
            return Stream.empty();
        }
        if (!block.comment().startsWith(RUN)) {
            return Stream.of("no comment says what runs " + block.text());
        }
        List<String> texts = Stream.of(block.comment().substring(RUN.length()).split(", ", -1))
                .map(runners)
                .toList();
        return block.commands().stream()
                .filter(command ->
                        !command.startsWith("export ") && texts.stream().noneMatch(text -> runs(text, command)))
                .map(command -> "not " + block.comment() + ": " + command);
    }

    private boolean runs(String text, String command) {
        String program = command.split("\\s", 2)[0];
        return text.contains(command) || (text.contains(path.toString()) && text.contains(program));
    }
}
