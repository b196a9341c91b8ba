package io.github.smartia.connect.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The forms in which something planted may leak: as it is, escaped for JSON or a URL, in Base64 (on its own or within
 * something longer), in hexadecimal digits, or as a hash without a key, whose source can be found by trying.
 */
final class Forms {

    private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-256");

    private final Planted planted;
    private final Set<String> known = new HashSet<>();
    private final List<Needle> needles = new ArrayList<>();

    private Forms(Planted planted) {
        this.planted = planted;
    }

    static List<Needle> of(Planted planted) {
        Forms forms = new Forms(planted);
        String value = planted.value();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        forms.add("plain", bytes);
        forms.add("escaped for JSON", escaped(value, false));
        forms.add("escaped for JSON in ASCII", escaped(value, true));
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.add("encoded for a form", url);
        forms.add("encoded for a URL", url.replace("+", "%20"));
        forms.addEncoded("", bytes);
        HASHES.forEach(hash -> forms.addHash(hash, bytes));
        return forms.needles;
    }

    private void addHash(String algorithm, byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(bytes);
            add(algorithm, hash);
            addEncoded(algorithm + " ", hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addEncoded(String of, byte[] bytes) {
        add(of + "in hexadecimal digits", HexFormat.of().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            add(of + "in Base64", inBase64(Base64.getEncoder(), bytes, before));
            add(of + "in Base64 for URLs", inBase64(Base64.getUrlEncoder(), bytes, before));
        }
    }

    private void add(String form, String text) {
        add(form, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String form, byte[] bytes) {
        byte[] folded = Needle.folded(bytes);
        if (known.add(HexFormat.of().formatHex(folded))) {
            needles.add(new Needle(planted, form, folded));
        }
    }

    /** The characters that depend on these bytes alone, where so many others stand before them. */
    private static String inBase64(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] longer = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, longer, before, bytes.length);
        int first = (before * Byte.SIZE + 5) / 6;
        int end = longer.length * Byte.SIZE / 6;
        return encoder.encodeToString(longer).substring(first, end);
    }

    private static String escaped(String value, boolean ascii) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if (letter == '"' || letter == '\\') {
                escaped.append('\\').append(letter);
            } else if (ascii && letter > '~') {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
