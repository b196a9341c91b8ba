package io.github.smartia.connect.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the user should know before the first record arrives.
 *
 * @param addresses where to look at the parts, by their names
 */
record Announcement(ConnectorFile connector, Map<String, String> addresses) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Registering the connector " + connector.name() + " by config/connector-private.json, except for:");
        connector.changes().forEach(change -> lines.add("  " + change));
        lines.add("The worker takes its key, and its secret for pseudonyms, from its environment.");
        lines.add("");
        lines.add("Look around:");
        lines.addAll(addressLines());
        lines.add("");
        lines.add("The records are about children: no names are published, and ids of pupils are pseudonyms.");
        lines.add("Ctrl-C ends everything.");
        lines.add("");
        return lines;
    }

    List<String> addressLines() {
        return addresses.entrySet().stream()
                .map(part -> String.format(Locale.ROOT, "%-15s %s", part.getKey(), part.getValue()))
                .toList();
    }
}
