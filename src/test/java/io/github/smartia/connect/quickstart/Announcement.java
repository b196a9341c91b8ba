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
        lines.add("Registering the connector " + connector.name() + " by config/connector.json, except for:");
        connector.changes().forEach(change -> lines.add("  " + change));
        lines.add("Its api.key is as in the file: the worker takes the key from its environment.");
        lines.add("");
        lines.add("Look around:");
        addresses.forEach((part, address) -> lines.add(String.format(Locale.ROOT, "  %-15s %s", part, address)));
        lines.add("");
        lines.add("Shown here are counts and ids, no names: the records are about children. Ctrl-C ends everything.");
        lines.add("");
        return lines;
    }
}
