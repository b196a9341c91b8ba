package io.github.smartia.connect.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of code on a Markdown page, without its indentation.
 *
 * @param comment the HTML comment on the line above; empty if there is none
 * @param language empty if the page names none
 */
record CodeBlock(String comment, String language, String text) {

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
}
