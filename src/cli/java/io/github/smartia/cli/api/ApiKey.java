package io.github.smartia.cli.api;

import java.util.Optional;
import java.util.regex.Pattern;

/** The API key. Its text is hidden everywhere but in requests. */
public final class ApiKey {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /** Empty if the text can't be sent in a header. */
    public static Optional<ApiKey> of(String text) {
        return VISIBLE_ASCII.matcher(text).matches() ? Optional.of(new ApiKey(text)) : Optional.empty();
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
