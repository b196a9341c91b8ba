package io.github.smartia.connect.config.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnresolvedReferenceTest {

    private static final UnresolvedReference REFERENCES = new UnresolvedReference(
            Set.of("SET")::contains, Set.of(Path.of("/etc/there"), Path.of("/etc/folder/there"))::contains);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${env:UNSET} | the environment variable is not set on this worker",
                "${env:SET} | config.providers does not name env, or the allowlist.pattern",
                "${file:/etc/gone:key} | the file does not exist on this worker",
                "${file:/etc/there:key} | does not name file, or allowed.paths of that provider excludes the file, or"
                        + " the file",
                "${file:/etc/there} | does not name file, or allowed.paths",
                "${dir:/etc/folder:gone} | the file does not exist on this worker",
                "${dir:/etc/folder:there} | does not name dir, or allowed.paths of that provider excludes the file.",
                "${directory:/etc/folder:there} | does not name directory",
                "${vault:secret/smart-ia:key} | does not name vault, or that provider has no value",
                "${a provider:key} | does not name that provider, or",
                "before ${env:UNSET} after | the environment variable is not set",
                "${env.SET} | is not a reference to a config provider",
                "${SET} | is not a reference to a config provider",
            })
    void aReferenceSaysWhatIsKnownOfIt(String value, String reason) {
        assertThat(REFERENCES.problem(new Password(value)))
                .get()
                .asString()
                .contains(reason)
                .doesNotContain("UNSET", "SET}", "/etc", "secret/smart-ia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k-4711", "$ {env:X}", "a${b", "https://connect.example/api/v1", "{env:X}"})
    void anyOtherValueHoldsNone(String value) {
        assertThat(REFERENCES.problem(value)).isEmpty();
    }

    @Test
    void referenceInAListOrToNoPathIsFound() {
        assertThat(REFERENCES.problem(List.of("oaks", "${env:UNSET}")).orElseThrow())
                .contains("variable is not set");
        assertThat(REFERENCES.problem("${file:\0:key}").orElseThrow()).contains("does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.key", "api.url", "api.proxy.url", "organisations", "start.date",
                "streams", "filter.user.ids", "topic.completed", "user.fields.exclude", "user.pseudonym.secret"
            })
    void everySettingOfTextReportsIt(String setting) {
        assertThatThrownBy(() -> new SmartIaSourceConfig(Properties.with(setting, "${env:SMART_IA_NOT_SET}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(setting + " is a reference that the worker did not resolve")
                .hasMessageNotContaining("SMART_IA_NOT_SET");
    }
}
