package io.github.smartia.connect.documents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A command as a document shows it, to be run word for word, but for what differs from place to place. */
public record DocumentedCommand(String text) {

    private static final Pattern PROGRAM = Pattern.compile("(?:^| \\| )(\\S+)");

    /** The one command of a page that begins so; which test runs which command is known by these calls. */
    public static DocumentedCommand of(String page, String beginning) {
        List<String> commands = new PageCommands(read(Path.of(page)))
                .all().stream().filter(command -> command.startsWith(beginning)).toList();
        if (commands.size() != 1) {
            throw new IllegalStateException(
                    "Of one command in " + page + " that begins with " + beginning + " there are: " + commands);
        }
        return new DocumentedCommand(commands.get(0));
    }

    /** With something else in the place of what is shown. */
    public DocumentedCommand with(String shown, Object actual) {
        if (!text.contains(shown)) {
            throw new IllegalStateException("There is no " + shown + " in " + text);
        }
        return new DocumentedCommand(text.replace(shown, actual.toString()));
    }

    /** What is to be run, without the directory. */
    public String program() {
        return Path.of(words().get(0)).getFileName().toString();
    }

    /** The words behind the program, of a command without quotes. */
    public List<String> arguments() {
        return words().subList(1, words().size());
    }

    /** Runs it in a shell; the test is skipped where one of its programs is not installed. */
    public String run() throws InterruptedException {
        return run(Map.of());
    }

    /**
     * As {@link #run()}, with more environment variables.
     *
     * @return what it printed to standard output
     * @throws IllegalStateException if it ended with another status than 0, with what it printed elsewhere
     */
    public String run(Map<String, String> environment) throws InterruptedException {
        for (String program : programs()) {
            assumeTrue(isInstalled(program), program + " is not installed");
        }
        try {
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
                throw new IllegalStateException(text + " ended with status " + status + ": " + printed + complaints);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't run " + text, e);
        }
    }

    /** Of a pipe, those behind it too. */
    private List<String> programs() {
        return PROGRAM.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private List<String> words() {
        return List.of(text.split("\\s+"));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + page, e);
        }
    }
}
