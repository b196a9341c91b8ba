package io.github.smartia.connect.config.values;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The base URL of the API, to which the key may be sent in a header. */
public final class ApiUrl implements TextValidator {

    /** The IPv6 loopback address, shortened or in full. */
    private static final String LOOPBACK_V6 = "\\[(::|(0{1,4}:){7})0{0,3}1]";

    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|" + LOOPBACK_V6, Pattern.CASE_INSENSITIVE);
    private static final int HIGHEST_PORT = 65_535;

    /** The URL without trailing slashes. */
    public static URI parse(String url) {
        return URI.create(url.replaceFirst("/+$", ""));
    }

    @Override
    public Optional<String> problem(String text) {
        try {
            return problem(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.of("is not a URL: " + e.getReason() + " at character " + (e.getIndex() + 1) + ".");
        }
    }

    private static Optional<String> problem(URI url) {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("must start with https://.");
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            return Optional.of("must not contain a user name or password. The key of the API is set in api.key.");
        }
        if (url.getHost() == null || url.getPort() > HIGHEST_PORT || url.getPort() == 0) {
            return Optional.of("must name a host. A port must be 1 to 65535.");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            return Optional.of("must not contain a query (?) or a fragment (#).");
        }
        if (scheme.equals("http") && !LOOPBACK.matcher(url.getHost()).matches()) {
            return Optional.of(
                    "must start with https://, since the key is sent in a header. Plain http:// is accepted for this "
                            + "machine only: localhost, 127.0.0.0/8 and [::1].");
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "an https URL; http for loopback hosts only";
    }
}
