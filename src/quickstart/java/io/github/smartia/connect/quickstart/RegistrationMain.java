package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.stack.ConnectRest;
import java.net.URI;
import java.nio.file.Path;

/** Registers a connector with a worker that is there already; a container of docker/compose.yaml runs it. */
public final class RegistrationMain {

    private RegistrationMain() {}

    /** Takes the URL of a worker and the file of a connector. Exits with 0 once it runs, with 1 where it does not. */
    public static void main(String[] arguments) {
        ConnectorFile connector = ConnectorFile.read(Path.of(arguments[1]));
        try {
            new Registration(new ConnectRest(URI.create(arguments[0])), connector).run();
            System.out.println("The connector " + connector.name() + " runs.");
        } catch (RuntimeException e) {
            System.out.println("The connector " + connector.name() + " does not run. " + e.getMessage());
            System.exit(1);
        }
    }
}
