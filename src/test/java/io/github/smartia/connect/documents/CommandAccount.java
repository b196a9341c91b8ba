package io.github.smartia.connect.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of each command: what runs it, or why nothing does. A command stands on a line of its own, and what is said
 * of it behind, indented:
 *
 * <ul>
 *   <li>{@code run by CLASS}: a test class, which takes the command from its page
 *   <li>{@code run by .ci/SCRIPT: LINE}: a script, on a line with these words, the command among them
 *   <li>{@code as good as run by CLASS: CODE}, {@code as good as run by .ci/SCRIPT: LINE}: the same in other words
 *   <li>{@code since REASON}: why those other words, or nothing at all
 * </ul>
 */
record CommandAccount(Map<String, List<String>> statements) {

    private static final String RUN = "run by ";
    private static final String AS_GOOD = "as good as run by ";
    private static final String SINCE = "since ";

    static CommandAccount of(String text) {
        Map<String, List<String>> statements = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        for (String line : text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList()) {
            if (line.startsWith(" ")) {
                said.add(line.strip());
            } else {
                said = new ArrayList<>();
                statements.put(line.strip(), said);
            }
        }
        return new CommandAccount(statements);
    }

    /** What is wrong with it, for these commands and what CI runs. */
    List<String> problems(Set<String> commands, CiRuns ci) {
        Stream<String> missing = commands.stream()
                .filter(command -> !statements.containsKey(command))
                .map(command -> command + ": nothing is said of it");
        Stream<String> gone = statements.keySet().stream()
                .filter(command -> !commands.contains(command))
                .map(command -> command + ": no document shows it");
        Stream<String> wrong = statements.entrySet().stream()
                .flatMap(entry -> problems(entry.getKey(), entry.getValue(), commands, ci));
        return Stream.of(missing, gone, wrong).flatMap(problems -> problems).toList();
    }

    private static Stream<String> problems(String command, List<String> said, Set<String> commands, CiRuns ci) {
        boolean shown = said.stream().anyMatch(statement -> statement.startsWith(RUN));
        boolean reasoned = said.stream().anyMatch(statement -> statement.startsWith(SINCE));
        Stream<String> unproved = said.stream()
                .filter(statement -> !statement.startsWith(SINCE) && !holds(statement, command, commands, ci))
                .map(statement -> command + ": not " + statement);
        return shown || reasoned
                ? unproved
                : Stream.concat(unproved, Stream.of(command + ": neither run as it is, nor a reason why not"));
    }

    private static boolean holds(String statement, String command, Set<String> commands, CiRuns ci) {
        if (statement.startsWith(AS_GOOD)) {
            String[] where = statement.substring(AS_GOOD.length()).split(": ", 2);
            return where.length == 2 && says(where[0], where[1], ci);
        }
        if (!statement.startsWith(RUN)) {
            return false;
        }
        String[] where = statement.substring(RUN.length()).split(": ", 2);
        return where.length == 2
                ? ci.lines(where[0], where[1]).stream().anyMatch(line -> isWhole(command, line))
                : ci.beginnings(where[0]).stream().anyMatch(beginning -> isOnlyThis(beginning, command, commands));
    }

    private static boolean says(String where, String words, CiRuns ci) {
        return where.startsWith(".ci/") ? !ci.lines(where, words).isEmpty() : ci.testSays(where, words);
    }

    /** Whether no other options stand behind it. */
    private static boolean isWhole(String command, String line) {
        return Pattern.compile("(^|[\\s\"])" + Pattern.quote(command) + "($|[\"']| [|2].*)")
                .matcher(line)
                .find();
    }

    /** One literal of a test must not stand for two commands. */
    private static boolean isOnlyThis(String beginning, String command, Set<String> commands) {
        return commands.stream()
                .filter(other -> other.startsWith(beginning))
                .collect(Collectors.toSet())
                .equals(Set.of(command));
    }
}
