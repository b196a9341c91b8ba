package io.github.smartia.connect.documents;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The commands that a Markdown page shows: all of its code blocks in {@code sh} or in no language, and code in its text
 * that begins as a command does. What a block shows and nobody is to type is {@code text}.
 */
record PageCommands(String page) {

    /** Its indentation, language and content. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^([ \\t]*)```(\\w*)\\n(.*?)^[ \\t]*```[ \\t]*$");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** With an argument, since a program's name alone is mentioned, not to be typed; but for CI's, which take none. */
    private static final Pattern COMMAND =
            Pattern.compile("(mvn|curl|kcat|docker|docker-compose|confluent|promtool|java"
                    + "|openssl|apt|apt-get|git|[\\w/-]+\\.sh) .+|KAFKA_OPTS=-.+|\\.ci/\\w+");

    /** A line, with those that follow as long as a quote is open or the line break is escaped. */
    private static final Pattern WHOLE_LINE = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|\\\\\\n|[^\\n'\"])+");

    /** As they stand there, each of them once. */
    Set<String> all() {
        Set<String> commands = new LinkedHashSet<>();
        BLOCK.matcher(page).results().forEach(block -> commands.addAll(ofBlock(block)));
        CODE.matcher(BLOCK.matcher(page).replaceAll(""))
                .results()
                .map(code -> code.group(1).replaceAll("\\s+", " "))
                .filter(code -> COMMAND.matcher(code).matches())
                .forEach(commands::add);
        return commands;
    }

    private static Set<String> ofBlock(MatchResult block) {
        Set<String> commands = new LinkedHashSet<>();
        if (block.group(2).isEmpty() || block.group(2).equals("sh")) {
            WHOLE_LINE
                    .matcher(block.group(3).replaceAll("(?m)^" + block.group(1), ""))
                    .results()
                    .map(line -> line.group().strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(commands::add);
        }
        return commands;
    }
}
