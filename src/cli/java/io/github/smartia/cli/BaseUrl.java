package io.github.smartia.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** URLs as the connector's settings accept them. Messages do not show them, since they may contain a password. */
final class BaseUrl {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(0*:)*0*1]", Pattern.CASE_INSENSITIVE);

    private BaseUrl() {}

    /** Accepts what {@code api.url} accepts. */
    static URI api(String text) {
        URI url = parse("--url", text.replaceFirst("/+$", ""));
        String scheme = scheme(url);
        boolean loopback = scheme.equals("http") && LOOPBACK.matcher(host(url)).matches();
        require(
                scheme.equals("https") || loopback,
                "--url must start with https://, since the key is sent in a header. Plain http:// is accepted for this "
                        + "machine only.");
        require(!host(url).isEmpty(), "--url must name a host.");
        require(
                url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null,
                "--url must consist of a host and a path only.");
        return url;
    }

    /** Accepts what {@code api.proxy.url} accepts. */
    static URI proxy(String text) {
        URI url = parse("--proxy", text);
        require(
                scheme(url).equals("http") && !host(url).isEmpty() && url.getPort() > 0,
                "--proxy must be http://host:port or http://user:password@host:port.");
        return url;
    }

    private static URI parse(String option, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UsageException(option + " is not a URL.");
        }
    }

    private static String scheme(URI url) {
        return Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String host(URI url) {
        return Optional.ofNullable(url.getHost()).orElse("");
    }

    private static void require(boolean valid, String otherwise) {
        if (!valid) {
            throw new UsageException(otherwise);
        }
    }
}
