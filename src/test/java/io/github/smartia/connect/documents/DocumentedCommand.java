package io.github.smartia.connect.documents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smartia.connect.documents.MarkdownPage.CodeBlock;
import io.github.smartia.connect.stack.NativeProgram;
import io.github.smartia.connect.stack.Unchecked;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A command or program as a document shows it, run word for word except for what differs from place to place. */
public record DocumentedCommand(String text) {

    /** The first, and those behind each pipe. */
    private static final Pattern PROGRAM = Pattern.compile("(?:^| \\| )(\\S+)");

    /** The only command in the shell blocks of a page that begins so. */
    public static DocumentedCommand of(String page, String beginning) {
        List<String> commands = MarkdownPage.read(Path.of(page)).blocks().stream()
                .filter(CodeBlock::isShell)
                .flatMap(block -> block.commands().stream())
                .filter(command -> command.startsWith(beginning))
                .toList();
        return only(commands, page, "command that begins with " + beginning);
    }

    /** The only block of a page in this language: a program, or a file of settings. */
    public static DocumentedCommand program(String page, String language) {
        return only(blocks(page, language), page, "block of " + language);
    }

    /** The blocks of a page in this language. */
    public static List<String> blocks(String page, String language) {
        return MarkdownPage.read(Path.of(page)).blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(CodeBlock::text)
                .toList();
    }

    private static DocumentedCommand only(List<String> texts, String page, String what) {
        if (texts.size() != 1) {
            throw new IllegalStateException("Expected one %s in %s, found %s".formatted(what, page, texts));
        }
        return new DocumentedCommand(texts.get(0));
    }

    /** With something else in the place of what is shown. */
    public DocumentedCommand with(String shown, Object actual) {
        if (!text.contains(shown)) {
            throw new IllegalStateException("There is no " + shown + " in " + text);
        }
        return new DocumentedCommand(text.replace(shown, actual.toString()));
    }

    /** The name of its program, without the directory. */
    public String program() {
        return Path.of(words().get(0)).getFileName().toString();
    }

    /** The words behind the program, of a command without quotes. */
    public List<String> arguments() {
        return words().subList(1, words().size());
    }

    /** Runs it in a shell; skips the test where one of its programs is not installed. */
    public String run() {
        return run(Map.of());
    }

    /**
     * As {@link #run()}, with more environment variables.
     *
     * @return what it printed to standard output
     * @throws IllegalStateException if its exit status is not 0, with all that it printed
     */
    public String run(Map<String, String> environment) {
        PROGRAM.matcher(text)
                .results()
                .map(found -> found.group(1))
                .forEach(program ->
                        assumeTrue(NativeProgram.onPath(program).isPresent(), program + " is not installed"));
        return Unchecked.get(() -> {
            Path errors = Files.createTempFile(program(), ".err");
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", text).redirectError(errors.toFile());
            shell.environment().putAll(environment);
            Process process = shell.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            String complaints = Files.readString(errors);
            Files.delete(errors);
            if (status != 0) {
                throw new IllegalStateException(text + " exited with status " + status + ": " + printed + complaints);
            }
            return printed;
        });
    }

    private List<String> words() {
        return List.of(text.split("\\s+"));
    }
}
