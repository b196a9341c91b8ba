package io.github.smartia.connect.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program to run as a child process that does not outlive this JVM.
 *
 * @param name for messages
 * @param log takes what the program prints, after what is there
 * @param process starts it, in the directory of the log and with the environment of this process, unless told otherwise
 */
record JavaProgram(String name, Path log, ProcessBuilder process) {

    /**
     * A program that ends when its standard input does.
     *
     * @param name for messages and the log file
     * @param classPath a jar, or a directory and {@code *} for all jars in it
     */
    static JavaProgram of(
            StackDirectories directories,
            String name,
            String mainClass,
            Path classPath,
            List<String> jvmOptions,
            List<String> arguments) {
        Path log = directories.logs().resolve(name + ".log");
        Path tether = SmallJar.write(log.resolveSibling("tether-" + name + ".jar"), Map.of(), Tether.class);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-cp", tether + File.pathSeparator + classPath));
        command.addAll(List.of(Tether.class.getName(), mainClass));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new JavaProgram(name, log, process);
    }

    Process launch() {
        return Unchecked.get(process::start);
    }
}
