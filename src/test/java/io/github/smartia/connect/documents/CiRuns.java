package io.github.smartia.connect.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What CI runs.
 *
 * @param scripts the text of each script by its path, {@code .ci/run} say
 * @param tests the source of each test class by its name
 */
record CiRuns(Map<String, String> scripts, Map<String, String> tests) {

    private static final String FIRST = ".ci/run";

    /** All unit tests and all integration tests: with no choice of some. */
    private static final Pattern ALL_TESTS = Pattern.compile("mvn (-B )?verify (?!.*(-Dtest=|-Dit\\.test=|-Dskip)).*");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Those of the working directory. */
    static CiRuns ofTheRepository() {
        Map<String, String> scripts = new HashMap<>();
        texts(Path.of(".ci"), ".*").forEach((file, text) -> scripts.put(file.toString(), text));
        Map<String, String> tests = new HashMap<>();
        texts(Path.of("src", "test", "java"), ".*(Test|IT)\\.java")
                .forEach((file, text) -> tests.put(file.getFileName().toString().replace(".java", ""), text));
        return new CiRuns(scripts, tests);
    }

    /** The lines with these words of a script that CI comes to. */
    List<String> lines(String script, String words) {
        return reached().contains(script)
                ? lines(script).filter(line -> line.contains(words)).toList()
                : List.of();
    }

    /** Whether a test class, which CI runs, holds this code. */
    boolean testSays(String test, String words) {
        return code(test).contains(words);
    }

    /** The texts by which a test class, which CI runs, may look for commands in the documents. */
    Set<String> beginnings(String test) {
        String code = code(test);
        return code.contains("DocumentedCommand.of(")
                ? LITERAL.matcher(code)
                        .results()
                        .map(literal -> literal.group(1).translateEscapes())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private String code(String test) {
        String source = tests.getOrDefault(test, "");
        boolean runs =
                lines(FIRST).anyMatch(line -> ALL_TESTS.matcher(line).matches()) && !source.contains("@Disabled");
        return runs ? withoutComments(source) : "";
    }

    private static String withoutComments(String source) {
        return source.lines()
                .filter(line -> !line.strip().matches("(//|/\\*|\\*).*"))
                .collect(Collectors.joining("\n"));
    }

    /** The scripts that the first one calls, and those that these call. */
    private Set<String> reached() {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(FIRST));
        while (!next.isEmpty()) {
            String script = next.pop();
            if (reached.add(script)) {
                scripts.keySet().stream()
                        .filter(other -> lines(script).anyMatch(line -> calls(line, other)))
                        .forEach(next::add);
            }
        }
        return reached;
    }

    private static boolean calls(String line, String script) {
        return Pattern.compile("(^|[\\s(])" + Pattern.quote(script) + "($|[\\s)])")
                .matcher(line)
                .find();
    }

    private Stream<String> lines(String script) {
        return scripts.getOrDefault(script, "").lines().map(String::strip).filter(line -> !line.matches("(#|echo ).*"));
    }

    private static Map<Path, String> texts(Path directory, String name) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(name))
                    .collect(Collectors.toMap(file -> file, CiRuns::text));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + directory, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file, e);
        }
    }
}
