package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A jar made on the spot from classes of the test class path, and what {@code ServiceLoader} is to find in it.
 *
 * @param classes go into the jar
 * @param services the service manifests
 */
record SmallJar(List<Class<?>> classes, List<Service> services) {

    /** A provider by the service that it provides. */
    record Service(String type, String provider) {}

    SmallJar {
        classes = List.copyOf(classes);
        services = List.copyOf(services);
    }

    static SmallJar of(Class<?>... classes) {
        return new SmallJar(List.of(classes), List.of());
    }

    SmallJar providing(String type, String provider) {
        List<Service> more = new ArrayList<>(services);
        more.add(new Service(type, provider));
        return new SmallJar(classes, more);
    }

    /** Writes the jar, over one that is there. */
    Path write(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (Class<?> type : classes) {
                    put(out, type.getName().replace('.', '/') + ".class", bytesOf(type));
                }
                for (Service service : services) {
                    put(
                            out,
                            "META-INF/services/" + service.type(),
                            service.provider().getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + jar, e);
        }
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        String resource = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("No class file for " + type);
            }
            return in.readAllBytes();
        }
    }
}
