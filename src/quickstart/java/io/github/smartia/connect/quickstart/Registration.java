package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.stack.ConnectRest;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a worker a connector, or new settings where it has one of that name; a container of docker/compose.yaml runs it as
 * a program.
 */
public final class Registration {

    private Registration() {}

    /** Takes the URL of a worker and the file of a connector. Exits with 0 once it runs, with 1 where it does not. */
    public static void main(String[] arguments) {
        ConnectorFile connector = ConnectorFile.read(Path.of(arguments[1]));
        try {
            register(new ConnectRest(URI.create(arguments[0])), connector);
            System.out.println("The connector " + connector.name() + " runs.");
        } catch (RuntimeException e) {
            System.out.println("The connector " + connector.name() + " does not run. " + e.getMessage());
            System.exit(1);
        }
    }

    /** Waits until the connector runs. Fails where the worker refuses its settings. */
    static void register(ConnectRest connect, ConnectorFile connector) {
        Map<String, String> named = new HashMap<>(connector.settings());
        named.put("name", connector.name());
        Map<String, List<String>> errors = connect.validate(named);
        if (!errors.isEmpty()) {
            StringBuilder message = new StringBuilder("The connector refuses its settings.");
            errors.forEach((setting, reasons) ->
                    message.append(' ').append(setting).append(": ").append(String.join(" ", reasons)));
            throw new IllegalStateException(message.toString());
        }
        connect.put(connector.name(), connector.settings());
        connect.awaitRunning(connector.name());
    }
}
