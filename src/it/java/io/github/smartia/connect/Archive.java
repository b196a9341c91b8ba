package io.github.smartia.connect;

import io.github.smartia.connect.stack.Unchecked;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The component archive as a user unpacks it.
 *
 * @param name the file's name without its ending
 * @param files the content of each file by its path
 */
record Archive(String name, SortedMap<String, byte[]> files) {

    static Archive ofTheBuild() {
        Path zip = Path.of(System.getProperty("stack.archive"));
        String file = zip.getFileName().toString();
        return new Archive(file.substring(0, file.lastIndexOf('.')), unzip(zip));
    }

    /** The content of a file, by its path below the archive's one folder. */
    byte[] file(String path) {
        byte[] content = files.get(name + "/" + path);
        if (content == null) {
            throw new IllegalArgumentException("No " + path + " among " + files.keySet());
        }
        return content;
    }

    List<String> names(String folder) {
        String prefix = name + "/" + folder + "/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .toList();
    }

    /** The files in the connector's jar. */
    SortedMap<String, byte[]> jar() {
        return unzip(file("lib/" + names("lib").get(0)));
    }

    static SortedMap<String, byte[]> unzip(Path file) {
        return unzip(Unchecked.get(() -> Files.readAllBytes(file)));
    }

    private static SortedMap<String, byte[]> unzip(byte[] content) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Unchecked.run(() -> {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        files.put(entry.getName(), zip.readAllBytes());
                    }
                }
            }
        });
        return files;
    }
}
