package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The SQL that a page shows.
 *
 * @param statements in their order, each with its semicolon
 */
record DocumentedSql(List<String> statements) {

    private static final Pattern END_OF_STATEMENT = Pattern.compile("(?<=;)\\s+");

    /** All of a page in {@code src/docs}. */
    static DocumentedSql of(String page) {
        return new DocumentedSql(DocumentedCommand.blocks("src/docs/" + page + ".md", "sql").stream()
                .flatMap(END_OF_STATEMENT::splitAsStream)
                .toList());
    }

    /** With another place for one that is shown in quotes. */
    DocumentedSql with(String place, Object other) {
        String quoted = "'" + place + "'";
        assertThat(statements).anyMatch(statement -> statement.contains(quoted));
        return new DocumentedSql(statements.stream()
                .map(statement -> statement.replace(quoted, "'" + other + "'"))
                .toList());
    }

    List<String> beginning(String words) {
        return statements.stream().filter(sql -> sql.startsWith(words)).toList();
    }

    String statement(String words) {
        List<String> found =
                statements.stream().filter(sql -> sql.contains(words)).toList();
        assertThat(found).as("statements with %s", words).hasSize(1);
        return found.get(0);
    }
}
