package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.http.Transport.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each setting accepts by itself, and what it says of other values; a semicolon separates values. */
class SettingValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api.key                      | aZ09-_.~+/=!$
            api.url                      | https://connect.century.tech/api/v1 ; HTTPS://connect.century.tech/api/v1/
            api.url                      | https://10.0.0.7:8443 ; http://localhost/api ; http://LOCALHOST:8080 ; http://127.0.0.1:1
            api.url                      | http://127.255.3.99:65535/api/v1 ; http://[::1]:8080/a ; http://[0:0:0:0:0:0:0:1]:8080/a
            api.connect.timeout.ms       | 1 ; 3600000
            api.response.timeout.ms      | 1 ; 3600000
            api.max.concurrent.requests  | 1 ; 100
            api.max.requests.per.second  | 0.001 ; 1000000
            api.max.retries              | -1 ; 2147483647
            poll.interval.ms             | 1 ; 604800000
            lookback.ms                  | 0 ; 2678400000
            page.size                    | 1 ; 100
            streams                      | completed ; in-progress,completed
            filter.subjects              | 17,maths & more
            topic.completed              | a ; ... ; ..a ; A_b-c.9 ; smart-ia.sessions.completed
            dead.letter.topic            | ''
            organisations                | oaks ; Oaks-2 ; 0_a ; a
            """)
    void validValueIsAccepted(String setting, String values) {
        assertThat(values.split(" ; "))
                .allSatisfy(value -> assertThat(errors(setting, value)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api.key                      | 'hidden key ; hidden\nkey ; hidden\u00e9 ; hidden\u0001key' | header
            api.url                      | connect.century.tech ; ftp://connect.century.tech | https://
            api.url                      | ''                                           | https://
            api.url                      | http://connect.century.tech/api/v1 ; http://128.0.0.1 ; http://[::2] | https://
            api.url                      | http://127.0.0.1.example.org ; http://localhost.example.org | https://
            api.url                      | http://notlocalhost ; http://[::1:1] ; http://[1:0:0:0:0:0:0:1] | https://
            api.url                      | https:connect.century.tech ; https:///api/v1 ; http://127.0.0.256 | host
            api.url                      | https://under_score.example.org              | host
            api.url                      | https://century.tech:0 ; https://century.tech:65536 | port
            api.url                      | https://connect.century.tech?a=b             | a query (?)
            api.url                      | https://connect.century.tech/api#top         | a fragment (#)
            api.url                      | https://connect.century.tech/a b             | character 31
            api.url                      | https://me:hidden@century.tech ; https://hidden@century.tech | user name
            api.url                      | http://x:hidden@localhost                    | user name
            api.connect.timeout.ms       | 0 ; 3600001                                  | 1 to 3600000
            api.response.timeout.ms      | 0 ; 3600001                                  | 1 to 3600000
            api.max.concurrent.requests  | 0 ; 101                                      | 1 to 100
            api.max.requests.per.second  | 0 ; NaN ; Infinity                           | at least 0.001
            api.max.retries              | -2                                           | at least -1
            api.retry.backoff.ms         | 0                                            | 1 to
            api.retry.backoff.max.ms     | 86400001                                     | to 86400000
            api.proxy.url                | proxy.example:3128 ; https://hidden:hidden@proxy.example:3128 | http://
            api.proxy.url                | socks5://hidden:hidden@proxy.example:1080    | http://
            api.proxy.url                | http://hidden:hidden@proxy.example ; http://hidden:hidden@proxy.example:0 | port
            api.proxy.url                | http://hidden:hidden@proxy.example:65536     | port
            api.proxy.url                | http:///                                     | host
            api.proxy.url                | http://hidden@proxy.example:3128 ; http://:hidden@proxy.example:3128 | colon
            api.proxy.url                | http://hidden:hid den@proxy.example:3128     | %40
            api.proxy.url                | http://hidden:hidden@proxy.example:3128/hidden | after the port
            api.proxy.url                | http://hidden:hidden@proxy.example:3128?hidden | after the port
            api.proxy.url                | http://hidden:hidden@proxy.example:3128#hidden | after the port
            api.ssl.truststore.type      | BKS                                          | PKCS12
            poll.interval.ms             | 0 ; 604800001                                | 1 to 604800000
            lookback.ms                  | -1 ; 2678400001                              | 0 to 2678400000
            page.size                    | 0 ; 101                                      | 1 to 100
            page.size                    | many                                         | Not a number
            streams                      | finished ; completed,Completed               | completed, in-progress
            streams                      | completed,Completed                          | It contains "Completed"
            streams                      | completed,                                   | extra comma
            streams                      | ''                                           | completed, in-progress
            streams                      | completed,completed                          | once
            start.date                   | yesterday ; 01/09/2026 ; 2026-9-1 ; 2026-02-30 ; 1788220800 | 2026-09-01
            start.date                   | 2026-09-01T08:30:00 ; 2026-09-01 08:30:00Z   | with its time zone
            start.date                   | +10000-01-01 ; 1969-12-31 ; +1000000000-01-01T00:00:00Z | start.date
            in.progress.endpoint         | GET                                          | search
            filter.test.ids              | hidden,,b ; hidden,                          | empty value
            filter.user.ids              | hidden,,b                                    | empty value
            filter.subjects              | hidden,hidden                                | once
            topic.completed              | ''                                           | 249
            topic.completed              | . ; .. ; a b ; a/b ; caf\u00e9 ; a$b        | 249
            topic.in.progress            | 'a\nb'                                       | 249
            dead.letter.topic            | a b                                          | 1 to 249
            in.progress.tombstones       | maybe                                        | in.progress.tombstones
            record.timestamp             | now                                          | ingestion
            record.shape                 | wide                                         | nested
            user.fields.exclude          | nickname ; userId                            | exact spelling
            user.fields.pseudonymise     | nickname ; dateOfBirth                       | exact spelling
            user.fields.exclude          | upn,upn                                      | once
            user.fields.pseudonymise     | upn,upn                                      | once
            user.pseudonym.secret        | fifteen letters                              | at least 16 characters
            organisations                | oaks school ; oaks.school ; -oaks ; \u00f6rebro ; a/b ; a"b ; a=b | 64 letters
            organisations                | oaks,,elms ; oaks,                           | extra comma
            organisations                | oaks,oaks                                    | oaks twice
            """)
    void otherValueIsRefusedByItsSetting(String setting, String values, String says) {
        assertThat(values.split(" ; "))
                .allSatisfy(value -> assertThat(errors(setting, value))
                        .singleElement()
                        .asString()
                        .contains(setting, says)
                        .doesNotContain("hidden"));
    }

    @Test
    void namesMayBeAsLongAsTheirLimit() {
        assertThat(errors("topic.completed", "a".repeat(249))).isEmpty();
        assertThat(errors("topic.completed", "a".repeat(250))).isNotEmpty();
        assertThat(errors("organisations", "a".repeat(64))).isEmpty();
        assertThat(errors("organisations", "a".repeat(65))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' ', ",
        "2026-09-01, 2026-09-01T00:00:00Z",
        "' 2026-09-01 ', 2026-09-01T00:00:00Z",
        "2026-09-01T08:30:00Z, 2026-09-01T08:30:00Z",
        "2026-09-01T08:30:00.123999Z, 2026-09-01T08:30:00.123Z",
        "2026-09-01T00:30:00+01:00, 2026-08-31T23:30:00Z",
        "1970-01-01, 1970-01-01T00:00:00Z",
        "9999-12-31, 9999-12-31T00:00:00Z",
    })
    void startDateIsAnInstantOrADayInUtc(String text, Instant start) {
        assertThat(new SmartIaSourceConfig(Properties.with("start.date", text))
                        .reading()
                        .startDate())
                .isEqualTo(Optional.ofNullable(start));
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128/, proxy.example, 3128, ",
        "HTTP://10.0.0.7:80, 10.0.0.7, 80, ",
        "http://me:p%40ss%3Aword@proxy.example:3128, proxy.example, 3128, me:p@ss:word",
        "http://me:@proxy.example:3128, proxy.example, 3128, me:",
    })
    void proxyUrlNamesHostPortAndCredentials(String url, String host, int port, String credentials) {
        SmartIaSourceConfig config = new SmartIaSourceConfig(Properties.with("api.proxy.url", url));

        assertThat(config.organisations().get(0).api().transport().proxy())
                .contains(new Proxy(host, port, Optional.ofNullable(credentials)));
    }

    private static List<String> errors(String setting, String value) {
        return SmartIaSourceConfig.definition().validate(Properties.with(setting, value)).stream()
                .filter(checked -> checked.name().equals(setting))
                .map(ConfigValue::errorMessages)
                .findFirst()
                .orElseThrow();
    }
}
