package io.github.smartia.connect.documents;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Files and folders that Markdown pages lie among.
 *
 * @param paths all files and folders; the root is the empty path
 * @param pages the pages by their paths
 */
public record DocumentTree(Set<Path> paths, SortedMap<Path, MarkdownPage> pages) {

    private static final Path ROOT = Path.of("");
    private static final Set<String> NOT_OF_THE_REPOSITORY = Set.of(".git", "target");

    /**
     * A tree that lies somewhere else than on disk, in an archive for example.
     *
     * @param files all files
     * @param content gives the text of those that are pages
     */
    public static DocumentTree of(Collection<Path> files, Function<Path, String> content) {
        Set<Path> paths = new TreeSet<>(Set.of(ROOT));
        SortedMap<Path, MarkdownPage> pages = new TreeMap<>();
        for (Path file : files) {
            for (Path path = file; path != null; path = path.getParent()) {
                paths.add(path);
            }
            if (file.toString().endsWith(".md")) {
                pages.put(file, new MarkdownPage(content.apply(file)));
            }
        }
        return new DocumentTree(paths, pages);
    }

    /** The files of a repository, without what was built. */
    static DocumentTree ofRepository(Path root) throws IOException {
        Map<Path, String> files = new HashMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OF_THE_REPOSITORY.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean page = file.toString().endsWith(".md");
                files.put(root.relativize(file), page ? Files.readString(file) : "");
                return FileVisitResult.CONTINUE;
            }
        });
        return of(files.keySet(), files::get);
    }

    /** The links that lead nowhere, each behind the path of its page. Web addresses are not asked, but must be https. */
    public List<String> brokenLinks() {
        return pages.entrySet().stream()
                .flatMap(page -> broken(page.getKey(), page.getValue()))
                .toList();
    }

    private Stream<String> broken(Path page, MarkdownPage content) {
        return content.links().stream()
                .filter(link -> !leadsSomewhere(page, URI.create(link)))
                .map(link -> page + ": " + link);
    }

    private boolean leadsSomewhere(Path page, URI link) {
        if (link.getScheme() != null) {
            return link.getScheme().equals("https");
        }
        Path target = link.getPath().isEmpty()
                ? page
                : page.resolveSibling(link.getPath()).normalize();
        return paths.contains(target)
                && Optional.ofNullable(link.getFragment())
                        .map(anchor -> hasAnchor(target, anchor))
                        .orElse(true);
    }

    private boolean hasAnchor(Path page, String anchor) {
        return pages.containsKey(page) && pages.get(page).anchors().contains(anchor);
    }
}
