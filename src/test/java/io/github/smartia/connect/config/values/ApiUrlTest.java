package io.github.smartia.connect.config.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://connect.century.tech/api/v1",
                "HTTPS://connect.century.tech/api/v1/",
                "https://10.0.0.7:8443",
                "http://localhost/api",
                "http://LOCALHOST:8080",
                "http://127.0.0.1:1",
                "http://127.255.3.99:65535/api/v1",
                "http://[::1]:8080/api/v1",
                "http://[0:0:0:0:0:0:0:1]:8080/api/v1",
            })
    void takesHttpsAnywhereAndHttpOnLoopback(String url) {
        assertThatCode(() -> new ApiUrl().ensureValid("api.url", url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://connect.century.tech/api/v1",
                "http://128.0.0.1",
                "http://127.0.0.1.example.org",
                "http://localhost.example.org",
                "http://notlocalhost",
                "http://[::2]",
                "http://[::1:1]",
                "http://[1:0:0:0:0:0:0:1]",
            })
    void refusesToSendTheKeyInTheClear(String url) {
        assertRefused(url, "https://");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                       | https://",
                "connect.century.tech                     | https://",
                "ftp://connect.century.tech               | https://",
                "https:connect.century.tech               | host",
                "https:///api/v1                          | host",
                "http://127.0.0.256                       | host",
                "https://under_score.example.org          | host",
                "https://connect.century.tech:0           | port",
                "https://connect.century.tech:65536       | port",
                "https://connect.century.tech?a=b         | ?",
                "https://connect.century.tech/api#top     | #",
                "https://connect.century.tech/a b         | character 31",
            })
    void saysWhatIsWrongWithAUrl(String url, String hint) {
        assertRefused(url, hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://me:hidden@century.tech", "https://hidden@century.tech", "http://x:hidden@localhost"})
    void refusesCredentialsWithoutRepeatingThem(String url) {
        assertThatThrownBy(() -> new ApiUrl().ensureValid("api.url", url))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("user name")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void dropsSlashesAtTheEnd() {
        assertThat(ApiUrl.parse("https://connect.century.tech/api/v1//"))
                .hasToString("https://connect.century.tech/api/v1");
    }

    private static void assertRefused(String url, String hint) {
        assertThatThrownBy(() -> new ApiUrl().ensureValid("api.url", url))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("api.url")
                .hasMessageContaining(hint);
    }
}
