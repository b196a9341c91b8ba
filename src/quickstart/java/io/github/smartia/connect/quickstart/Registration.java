package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.stack.ConnectRest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a worker a connector, or new settings where it has one of that name.
 *
 * @param connect of a worker that runs
 * @param connector as the worker is to have it
 */
record Registration(ConnectRest connect, ConnectorFile connector) {

    /**
     * Waits until the connector runs.
     *
     * @throws QuickstartException where the worker refuses its settings
     */
    void run() {
        Map<String, String> named = new HashMap<>(connector.settings());
        named.put("name", connector.name());
        Map<String, List<String>> errors = connect.validate(named);
        if (!errors.isEmpty()) {
            StringBuilder message = new StringBuilder("The connector refuses its settings.");
            errors.forEach((setting, reasons) ->
                    message.append("\n  ").append(setting).append(": ").append(String.join(" ", reasons)));
            throw new QuickstartException(message.toString());
        }
        connect.put(connector.name(), connector.settings());
        connect.awaitRunning(connector.name());
    }
}
