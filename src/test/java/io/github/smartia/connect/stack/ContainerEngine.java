package io.github.smartia.connect.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Whether containers can be run here, as Docker's command line knows within seconds. Testcontainers itself takes minutes
 * to find out that an image is nowhere to be had.
 */
final class ContainerEngine {

    private static final int PATIENCE_SECONDS = 20;

    private final Predicate<List<String>> docker;
    private final boolean reaperDisabled;

    /**
     * @param docker runs {@code docker} with arguments and tells whether it succeeded
     * @param reaperDisabled whether Testcontainers does without the image of its own that ends forgotten containers
     */
    ContainerEngine(Predicate<List<String>> docker, boolean reaperDisabled) {
        this.docker = docker;
        this.reaperDisabled = reaperDisabled;
    }

    /** The engine of this machine. */
    static ContainerEngine here() {
        return new ContainerEngine(
                ContainerEngine::succeeds, Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED")));
    }

    /** Why Testcontainers could not run an image; empty where it can. */
    Optional<String> obstacleTo(String image) {
        if (!docker.test(List.of("version"))) {
            return Optional.of("no container engine answers");
        }
        boolean allIsHere = reaperDisabled && docker.test(List.of("image", "inspect", image));
        if (allIsHere || docker.test(List.of("manifest", "inspect", image))) {
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
