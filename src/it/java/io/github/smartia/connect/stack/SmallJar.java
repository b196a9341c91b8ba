package io.github.smartia.connect.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar made on the spot from classes of the test class path, and what {@code ServiceLoader} is to find in it. */
final class SmallJar {

    private SmallJar() {}

    /**
     * Writes a jar, over one that is there.
     *
     * @param services the name of each service's provider
     */
    static Path write(Path jar, Map<String, String> services, Class<?>... classes) {
        return Unchecked.get(() -> {
            Files.createDirectories(jar.getParent());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (Class<?> type : classes) {
                    String name = type.getName().replace('.', '/') + ".class";
                    put(out, name, type.getResourceAsStream("/" + name).readAllBytes());
                }
                for (Map.Entry<String, String> service : services.entrySet()) {
                    byte[] provider = service.getValue().getBytes(StandardCharsets.UTF_8);
                    put(out, "META-INF/services/" + service.getKey(), provider);
                }
            }
            return jar;
        });
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
