package io.github.smartia.connect.documents;

import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Files and folders that Markdown pages lie among.
 *
 * @param paths all files and folders
 * @param pages the pages by their paths
 */
public record DocumentTree(Set<Path> paths, SortedMap<Path, MarkdownPage> pages) {

    /**
     * A tree on disk or anywhere else, in an archive for example.
     *
     * @param files all files
     * @param content returns the text of those that are pages
     */
    public static DocumentTree of(Collection<Path> files, Function<Path, String> content) {
        Set<Path> paths = new HashSet<>();
        SortedMap<Path, MarkdownPage> pages = new TreeMap<>();
        for (Path file : files) {
            Stream.iterate(file, path -> path != null, Path::getParent).forEach(paths::add);
            if (file.toString().endsWith(".md")) {
                pages.put(file, new MarkdownPage(content.apply(file)));
            }
        }
        return new DocumentTree(paths, pages);
    }

    /** The files of the working directory, without what was built. */
    static DocumentTree ofRepository() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            List<Path> sources = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(".git") && !file.startsWith("target"))
                    .toList();
            return of(sources, file -> Unchecked.get(() -> Files.readString(file)));
        }
    }

    /** The links that lead nowhere, each behind the path of its page. Web addresses are not requested, but must be https. */
    public List<String> brokenLinks() {
        return pages.keySet().stream().flatMap(this::broken).toList();
    }

    private Stream<String> broken(Path page) {
        return pages.get(page).links().stream()
                .filter(link -> !resolves(page, URI.create(link)))
                .map(link -> page + ": " + link);
    }

    private boolean resolves(Path page, URI link) {
        if (link.getScheme() != null) {
            return link.getScheme().equals("https");
        }
        Path target = link.getPath().isEmpty()
                ? page
                : page.resolveSibling(link.getPath()).normalize();
        return paths.contains(target) && (link.getFragment() == null || hasAnchor(target, link.getFragment()));
    }

    private boolean hasAnchor(Path page, String anchor) {
        return pages.containsKey(page) && pages.get(page).anchors().contains(anchor);
    }
}
