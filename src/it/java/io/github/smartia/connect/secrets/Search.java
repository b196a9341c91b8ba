package io.github.smartia.connect.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Searches for planted values in every form in which they may leak, in one pass: logs are long. */
final class Search {

    private static final int LEAST_BYTES = 10;
    private static final int TWO_BYTES = 1 << 16;

    /** The needles by their first two bytes. */
    private final List<List<Needle>> needles = new ArrayList<>(Collections.nCopies(TWO_BYTES, List.of()));

    private record Needle(String name, String form, byte[] bytes) {

        boolean isAt(byte[] content, int at) {
            int end = at + bytes.length;
            return end <= content.length && Arrays.equals(content, at, end, bytes, 0, bytes.length);
        }
    }

    /** @param planted values that occur nowhere but where the test put them, by the names for a report */
    Search(Map<String, String> planted) {
        planted.forEach((name, value) -> {
            if (value.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
                throw new IllegalArgumentException(name + " is too short: it might be found by chance");
            }
            forms(value)
                    .forEach(
                            (form, text) -> add(new Needle(name, form, folded(text.getBytes(StandardCharsets.UTF_8)))));
        });
    }

    /** The first occurrence of each form of each value, in words that show nothing of it. */
    List<String> in(Collection<Remnant> remnants) {
        return remnants.stream().flatMap(remnant -> in(remnant).stream()).toList();
    }

    List<String> in(Remnant remnant) {
        byte[] content = folded(remnant.content());
        Map<Needle, Integer> found = new LinkedHashMap<>();
        for (int at = 0; at < content.length - 1; at++) {
            for (Needle needle : needles.get(start(content, at))) {
                if (needle.isAt(content, at)) {
                    found.putIfAbsent(needle, at);
                }
            }
        }
        return found.entrySet().stream()
                .map(leak -> "%s (%s) in %s, line %d"
                        .formatted(
                                leak.getKey().name(),
                                leak.getKey().form(),
                                remnant.place(),
                                line(content, leak.getValue())))
                .toList();
    }

    /**
     * As it is, escaped for JSON or a URL, in Base64 (within something longer, too), in hexadecimal digits, or as a hash
     * without a key, whose source can be found by trying.
     */
    private static Map<String, String> forms(String value) {
        Map<String, String> forms = new HashMap<>();
        forms.put("plain", value);
        forms.put("escaped for JSON", value.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.put("encoded for a form", URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.put(
                "encoded for a URL",
                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putEncoded("", bytes, forms);
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            putEncoded(algorithm + " ", hash(algorithm, bytes), forms);
        }
        return forms;
    }

    private static void putEncoded(String of, byte[] bytes, Map<String, String> forms) {
        forms.put(of + "in hexadecimal digits", HexFormat.of().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            String inBase64 = inBase64(bytes, before);
            forms.put(of + "in Base64 behind " + before, inBase64);
            forms.put(
                    of + "in Base64 for URLs behind " + before,
                    inBase64.replace('+', '-').replace('/', '_'));
        }
    }

    /** The characters that depend on these bytes alone, where so many others stand before them. */
    private static String inBase64(byte[] bytes, int before) {
        byte[] longer = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, longer, before, bytes.length);
        int first = (before * Byte.SIZE + 5) / 6;
        int end = longer.length * Byte.SIZE / 6;
        return Base64.getEncoder().encodeToString(longer).substring(first, end);
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Needle needle) {
        int start = start(needle.bytes(), 0);
        needles.set(
                start,
                Stream.concat(needles.get(start).stream(), Stream.of(needle)).toList());
    }

    private static int start(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << Byte.SIZE) | (bytes[at + 1] & 0xFF);
    }

    private static int line(byte[] content, int at) {
        return 1
                + (int) new String(content, 0, at, StandardCharsets.ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Bytes with small letters in place of capitals of ASCII: a leak may well have changed them. */
    private static byte[] folded(byte[] bytes) {
        byte[] folded = bytes.clone();
        for (int at = 0; at < folded.length; at++) {
            if (folded[at] >= 'A' && folded[at] <= 'Z') {
                folded[at] = (byte) (folded[at] + ('a' - 'A'));
            }
        }
        return folded;
    }
}
