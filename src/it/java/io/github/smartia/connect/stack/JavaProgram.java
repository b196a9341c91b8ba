package io.github.smartia.connect.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java program to run as a child process that does not outlive this JVM.
 *
 * @param name for messages and the log file
 * @param mainClass its {@code main} runs
 * @param classPath jars and directories; a directory may end in {@code *} for all jars in it
 * @param jvmOptions heap size and the like
 * @param arguments of {@code main}
 * @param environment variables that it has besides those of this process
 * @param log takes what the program prints, after what is there
 * @param directory in which it is started
 */
record JavaProgram(
        String name,
        String mainClass,
        List<Path> classPath,
        List<String> jvmOptions,
        List<String> arguments,
        Map<String, String> environment,
        Path log,
        Path directory) {

    private static final int TAIL_LINES = 40;

    JavaProgram {
        classPath = List.copyOf(classPath);
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A program with the environment of this process. */
    JavaProgram(
            String name,
            String mainClass,
            List<Path> classPath,
            List<String> jvmOptions,
            List<String> arguments,
            Path log) {
        this(name, mainClass, classPath, jvmOptions, arguments, Map.of(), log, log.getParent());
    }

    /** The same, started in another directory. */
    JavaProgram in(Path other) {
        return new JavaProgram(name, mainClass, classPath, jvmOptions, arguments, environment, log, other);
    }

    JavaProgram with(Map<String, String> variables) {
        return new JavaProgram(name, mainClass, classPath, jvmOptions, arguments, variables, log, directory);
    }

    /** Starts the program. It ends when the standard input of the process does. */
    Process launch() {
        return Unchecked.get(() -> {
            Files.createDirectories(log.getParent());
            ProcessBuilder process = new ProcessBuilder(command()).directory(directory.toFile());
            process.environment().putAll(environment);
            return process.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        });
    }

    String logTail() {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e + ")";
        }
    }

    private List<String> command() {
        Path tether = SmallJar.write(log.resolveSibling("tether-" + name + ".jar"), Map.of(), Tether.class);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-cp");
        command.add(tether
                + File.pathSeparator
                + classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(Tether.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }
}
