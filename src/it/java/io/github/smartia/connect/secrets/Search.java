package io.github.smartia.connect.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.smartia.connect.stack.Unchecked;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Searches for planted values in every form in which they may leak, whatever the case of letters. */
final class Search {

    private static final int LEAST_BYTES = 10;

    private final List<Needle> needles = new ArrayList<>();

    private record Needle(String name, String form, String bytes) {}

    /** @param planted values that occur nowhere but where the test put them, by the names for a report */
    Search(Map<String, String> planted) {
        planted.forEach((name, value) -> {
            if (value.getBytes(UTF_8).length < LEAST_BYTES) {
                throw new IllegalArgumentException(name + " is too short: it might be found by chance");
            }
            forms(value).forEach((text, form) -> needles.add(new Needle(name, form, bytes(text.getBytes(UTF_8)))));
        });
    }

    /** The first occurrence of each form of each value, in words that show nothing of it. */
    List<String> in(Collection<Remnant> remnants) {
        return remnants.stream().flatMap(remnant -> in(remnant).stream()).toList();
    }

    List<String> in(Remnant remnant) {
        String content = bytes(remnant.content());
        return needles.stream()
                .filter(needle -> content.contains(needle.bytes()))
                .map(needle -> "%s (%s) in %s, line %d"
                        .formatted(needle.name(), needle.form(), remnant.place(), line(content, needle.bytes())))
                .toList();
    }

    /**
     * As it is, escaped for JSON or a URL, in Base64 (within something longer, too), in hexadecimal digits, or as a hash
     * without a key, whose source can be found by trying.
     */
    private static Map<String, String> forms(String value) {
        Map<String, String> forms = new LinkedHashMap<>();
        String url = URLEncoder.encode(value, UTF_8);
        forms.put(value, "plain");
        forms.putIfAbsent(value.replace("\\", "\\\\").replace("\"", "\\\""), "escaped for JSON");
        forms.putIfAbsent(url, "encoded for a form");
        forms.putIfAbsent(url.replace("+", "%20"), "encoded for a URL");
        putEncoded("", value.getBytes(UTF_8), forms);
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            putEncoded(algorithm + " ", hash(algorithm, value.getBytes(UTF_8)), forms);
        }
        return forms;
    }

    private static void putEncoded(String of, byte[] bytes, Map<String, String> forms) {
        forms.put(HexFormat.of().formatHex(bytes), of + "in hexadecimal digits");
        for (int before = 0; before < 3; before++) {
            String inBase64 = inBase64(bytes, before);
            forms.put(inBase64, of + "in Base64");
            forms.put(inBase64.replace('+', '-').replace('/', '_'), of + "in Base64 for URLs");
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
        return Unchecked.get(() -> MessageDigest.getInstance(algorithm).digest(bytes));
    }

    private static long line(String content, String bytes) {
        return 1
                + content.chars()
                        .limit(content.indexOf(bytes))
                        .filter(c -> c == '\n')
                        .count();
    }

    /** A character for each byte, in lower case: a leak may well have changed it. */
    private static String bytes(byte[] bytes) {
        return new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
