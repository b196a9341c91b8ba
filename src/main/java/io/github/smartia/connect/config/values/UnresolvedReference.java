package io.github.smartia.connect.config.values;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.types.Password;

/**
 * Diagnoses why a worker did not resolve a reference to a config provider. Worker and connector share a process, so they
 * have the same environment and files. No message contains the value.
 */
public final class UnresolvedReference {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]*):(?:([^}:]*):)?([^}]*)}");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final Predicate<String> isVariable;
    private final Predicate<Path> isFile;

    /** Uses this process's environment and files. */
    public UnresolvedReference() {
        this(System.getenv()::containsKey, Files::exists);
    }

    UnresolvedReference(Predicate<String> isVariable, Predicate<Path> isFile) {
        this.isVariable = isVariable;
        this.isFile = isFile;
    }

    /** What to correct, as a sentence whose subject is the setting; empty if {@code value} contains no reference. */
    public Optional<String> problem(Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(this::problem).flatMap(Optional::stream).findFirst();
        }
        return problem(value instanceof Password secret ? secret.value() : String.valueOf(value));
    }

    private Optional<String> problem(String text) {
        Matcher reference = REFERENCE.matcher(text);
        if (reference.find()) {
            return Optional.of("is a reference that the worker did not resolve: " + reason(reference));
        }
        return text.startsWith("${")
                ? Optional.of("is not a reference to a config provider, which is written ${provider:name} or"
                        + " ${provider:path:name}.")
                : Optional.empty();
    }

    private String reason(Matcher reference) {
        String name = reference.group(3);
        Optional<String> path = Optional.ofNullable(reference.group(2));
        return switch (reference.group(1)) {
            case "env" -> variable(name);
            case "file" -> file(path.orElse(name), "file", ", or the file does not contain that key");
            case "dir", "directory" -> file(path.orElse("") + "/" + name, reference.group(1), "");
            default -> provider(reference.group(1));
        };
    }

    private String variable(String name) {
        return isVariable.test(name)
                ? "the environment variable is set on this worker, but config.providers does not name env, or the"
                        + " allowlist.pattern of that provider does not match the variable's name."
                : "the environment variable is not set on this worker. Set it in the worker's environment.";
    }

    private String file(String path, String provider, String orElse) {
        return isThere(path)
                ? "the file exists on this worker, but config.providers does not name " + provider
                        + ", or allowed.paths of that provider excludes the file" + orElse + "."
                : "the file does not exist on this worker, or the worker's user has no access to it.";
    }

    private boolean isThere(String path) {
        try {
            return isFile.test(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String provider(String name) {
        return "config.providers in the worker's settings does not name "
                + (PLAIN_NAME.matcher(name).matches() ? name : "that provider")
                + ", or that provider has no value for this reference.";
    }
}
