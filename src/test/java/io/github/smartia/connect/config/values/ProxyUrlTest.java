package io.github.smartia.connect.config.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.http.Transport.Proxy;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyUrlTest {

    @Test
    void emptyMeansNoProxy() {
        assertThat(ProxyUrl.parse(new Password(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128, proxy.example, 3128, ''",
        "http://proxy.example:3128/, proxy.example, 3128, ''",
        "HTTP://10.0.0.7:80, 10.0.0.7, 80, ''",
        "http://me:pass@proxy.example:3128, proxy.example, 3128, me:pass",
        "http://me:p%40ss%3Aword@proxy.example:3128, proxy.example, 3128, me:p@ss:word",
        "http://me:@proxy.example:3128, proxy.example, 3128, me:",
    })
    void urlNamesHostPortAndWhoAsks(String url, String host, int port, String credentials) {
        assertThat(parse(url))
                .contains(new Proxy(host, port, Optional.of(credentials).filter(text -> !text.isEmpty())));
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example:3128, http://",
        "https://hidden:hidden@proxy.example:3128, http://",
        "socks5://hidden:hidden@proxy.example:1080, http://",
        "http://hidden:hidden@proxy.example, port",
        "http://hidden:hidden@proxy.example:0, port",
        "http://hidden:hidden@proxy.example:65536, port",
        "http:///, host",
        "http://hidden@proxy.example:3128, colon",
        "http://:hidden@proxy.example:3128, colon",
        "http://hidden:hid den@proxy.example:3128, %40",
        "http://hidden:hidden@proxy.example:3128/hidden, end",
        "http://hidden:hidden@proxy.example:3128?hidden, end",
        "http://hidden:hidden@proxy.example:3128#hidden, end",
    })
    void saysWhatIsWrongWithoutRepeatingIt(String url, String hint) {
        assertThatThrownBy(() -> new ProxyUrl().ensureValid("api.proxy.url", new Password(url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("api.proxy.url")
                .hasMessageContaining(hint)
                .hasMessageNotContaining("hidden");
    }

    private static Optional<Proxy> parse(String url) {
        Password value = new Password(url);
        assertThatCode(() -> new ProxyUrl().ensureValid("api.proxy.url", value)).doesNotThrowAnyException();
        return ProxyUrl.parse(value);
    }
}
