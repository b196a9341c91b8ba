package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.tls.PrivateCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStoreException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustStoreTest {

    private static final PrivateCa CA = new PrivateCa("The school's CA");
    private static final String PASSWORD = "hidden-password";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void keyStoreIsReadWithItsPassword(String type) throws KeyStoreException {
        Path file = CA.write(directory.resolve("store"), type, PASSWORD);

        assertThat(store(file, PASSWORD, type).problem()).isEmpty();
        assertThat(store(file, PASSWORD, type).load().size()).isEqualTo(1);
    }

    @Test
    void javaKeyStoreIsReadWithoutItsPasswordToo() throws KeyStoreException {
        Path file = CA.write(directory.resolve("store"), "JKS", PASSWORD);

        assertThat(store(file, "", "JKS").load().size()).isEqualTo(1);
    }

    @Test
    void pemFileMayHoldSeveralCertificatesAndText() throws IOException, KeyStoreException {
        Path file = pem("The school's\n" + CA.pem() + "\nAnother\n" + new PrivateCa("Another CA").pem());

        assertThat(store(file, "", "pem").load().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JKS    | another         | JKS    | password | is not the password of
            PKCS12 | another         | PKCS12 | password | is not the password of
            PKCS12 | ''              | PKCS12 | location | api.ssl.truststore.password is set
            JKS    | ''              | PEM    | type     | is PEM
            PKCS12 | ''              | PEM    | type     | is PEM
            """)
    void keyStoreThatCannotBeReadIsAProblem(String type, String password, String claimed, String on, String says) {
        Path file = CA.write(directory.resolve("store"), type, PASSWORD);

        assertProblem(store(file, password, claimed), on, says);
    }

    @Test
    void pemFileThatCannotBeReadIsAProblem() throws IOException {
        String pem = CA.pem();

        assertProblem(store(pem(pem), PASSWORD, "PEM"), "password", "must be empty");
        assertProblem(store(pem(pem), "", "JKS"), "type", "is JKS");
        assertProblem(store(pem(pem), "", "PKCS12"), "type", "is PKCS12");
        assertProblem(store(pem(pem.substring(0, pem.length() / 2)), "", "PEM"), "type", "complete");
        assertProblem(store(pem(""), "", "PEM"), "location", "contains no certificate");
    }

    @Test
    void missingFileIsAProblemOfTheLocation() {
        TrustStore missing = store(directory.resolve("nothing"), "", "PEM");

        assertProblem(missing, "location", "can't be read on this worker");
        assertThatThrownBy(missing::load)
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("api.ssl.truststore.location", "nothing");
        assertProblem(TrustStore.of("\0", new Password(""), "PEM"), "location", "can't be read on this worker");
        assertThat(store(directory, "", "PEM").problem()).isPresent();
    }

    @Test
    void passwordShowsInNoToString() {
        assertThat(store(directory, PASSWORD, "JKS").toString()).doesNotContain(PASSWORD);
    }

    private Path pem(String text) throws IOException {
        return Files.writeString(directory.resolve("ca.pem"), text);
    }

    private static TrustStore store(Path file, String password, String type) {
        return TrustStore.of(file.toString(), new Password(password), type);
    }

    private static void assertProblem(TrustStore store, String on, String says) {
        Problem problem = store.problem().orElseThrow();

        assertThat(problem.setting()).isEqualTo("api.ssl.truststore." + on);
        assertThat(problem.message())
                .startsWith(problem.setting() + " ")
                .contains(says)
                .doesNotContain(PASSWORD);
    }
}
