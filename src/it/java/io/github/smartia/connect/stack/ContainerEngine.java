package io.github.smartia.connect.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether containers can be run here, as Docker's command line knows within seconds. Testcontainers itself takes minutes
 * to find out that an image is nowhere to be had.
 */
final class ContainerEngine {

    private static final int PATIENCE_SECONDS = 20;

    private ContainerEngine() {}

    /** Why Testcontainers could not run an image; empty where it can. */
    static Optional<String> obstacleTo(String image) {
        if (!succeeds(List.of("version"))) {
            return Optional.of("no container engine answers");
        }
        // Else it pulls an image of its own, which ends forgotten containers.
        boolean needsNoOther = Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        if ((needsNoOther && succeeds(List.of("image", "inspect", image)))
                || succeeds(List.of("manifest", "inspect", image))) {
            return Optional.empty();
        }
        return Optional.of("a container engine answers, but neither " + image
                + " nor what Testcontainers needs besides can be pulled");
    }

    private static boolean succeeds(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for a container engine", e);
        }
    }
}
