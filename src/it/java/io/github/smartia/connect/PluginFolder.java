package io.github.smartia.connect;

import io.github.smartia.connect.stack.Unchecked;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The class loader of a plugin folder on a worker: one for all jars in it, in this order. Beyond them it finds only what
 * a worker shares with plugins, Kafka and SLF4J.
 */
final class PluginFolder extends URLClassLoader {

    PluginFolder(List<Path> jars) {
        super(jars.stream().map(PluginFolder::url).toArray(URL[]::new), new SharedClasses());
    }

    Path origin(String className) throws ClassNotFoundException {
        return Path.of(loadClass(className)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static URL url(Path jar) {
        return Unchecked.get(() -> jar.toUri().toURL());
    }

    /** Knows the classes of Kafka and SLF4J, by which test and connector understand each other, and the JDK's. */
    private static final class SharedClasses extends ClassLoader {

        SharedClasses() {
            super(getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.apache.kafka.") || name.startsWith("org.slf4j.")) {
                return PluginFolder.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
