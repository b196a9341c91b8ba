package io.github.smartia.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static Archive read(Path zip) throws IOException {
        String file = zip.getFileName().toString();
        try (InputStream content = Files.newInputStream(zip)) {
            return new Archive(file.substring(0, file.lastIndexOf('.')), new TreeMap<>(unzip(content)));
        }
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

    Map<String, byte[]> jar(String jar) throws IOException {
        return unzip(new ByteArrayInputStream(file("lib/" + jar)));
    }

    static Map<String, byte[]> unzip(InputStream content) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(content)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }
}
