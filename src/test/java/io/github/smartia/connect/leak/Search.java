package io.github.smartia.connect.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Searches for much at once, in one pass: logs are long. */
final class Search {

    private static final int TWO_BYTES = 1 << 16;

    /** The needles by their first two bytes. */
    private final List<List<Needle>> needles = new ArrayList<>(TWO_BYTES);

    Search(Collection<Planted> planted) {
        for (int start = 0; start < TWO_BYTES; start++) {
            needles.add(List.of());
        }
        planted.stream().flatMap(value -> Forms.of(value).stream()).forEach(this::add);
    }

    private void add(Needle needle) {
        needles.set(
                start(needle.bytes(), 0),
                Stream.concat(needles.get(start(needle.bytes(), 0)).stream(), Stream.of(needle))
                        .toList());
    }

    /** The first occurrence of each form of each value in each of the things. */
    List<Leak> in(Collection<Remnant> remnants) {
        return remnants.stream().flatMap(remnant -> in(remnant).stream()).toList();
    }

    List<Leak> in(Remnant remnant) {
        byte[] content = Needle.folded(remnant.content());
        Map<Needle, Integer> found = new LinkedHashMap<>();
        for (int at = 0; at < content.length - 1; at++) {
            for (Needle needle : needles.get(start(content, at))) {
                if (needle.isAt(content, at)) {
                    found.putIfAbsent(needle, at);
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> leak(remnant, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Leak leak(Remnant remnant, Needle needle, int at) {
        return new Leak(remnant.place(), remnant.line(at), needle.planted(), needle.form());
    }

    private static int start(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << Byte.SIZE) | (bytes[at + 1] & 0xFF);
    }
}
