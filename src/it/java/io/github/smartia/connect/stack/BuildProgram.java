package io.github.smartia.connect.stack;

import java.util.Optional;

/** What a program gets from the Maven build that started it. */
public final class BuildProgram {

    private BuildProgram() {}

    /** Maven ends with what it started on Ctrl-C, but not where it is killed: this process ends then. */
    public static void endWithMaven() {
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(1)));
    }

    /** A system property as the POM sets it; an empty one is one that the user did not give. */
    public static Optional<String> given(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(value -> !value.isBlank());
    }
}
