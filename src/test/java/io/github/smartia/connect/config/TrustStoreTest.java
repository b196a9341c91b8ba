package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.tls.PrivateCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.util.Optional;
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
    void pemFileMayHoldSeveralCertificatesWithTextBetweenThem() throws IOException, KeyStoreException {
        Path file = pem("The school's\n" + CA.pem() + "\nAnother\n" + new PrivateCa("Another CA").pem());

        assertThat(store(file, "", "pem").load().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void wrongPasswordIsAnErrorOfThePassword(String type) {
        Path file = CA.write(directory.resolve("store"), type, PASSWORD);

        assertProblem(store(file, "another", type), "api.ssl.truststore.password", "is not the password of " + file);
    }

    @Test
    void passwordOfAPemFileIsAnErrorOfThePassword() throws IOException {
        assertProblem(store(pem(CA.pem()), PASSWORD, "PEM"), "api.ssl.truststore.password", "must be empty");
    }

    @Test
    void missingFileIsAnErrorOfTheLocation() {
        Path file = directory.resolve("nothing");

        assertProblem(store(file, "", "PEM"), "api.ssl.truststore.location", "can't be read on this worker");
        assertThatThrownBy(() -> store(file, "", "PEM").load())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("api.ssl.truststore.location")
                .hasMessageContaining("nothing");
    }

    @Test
    void whatIsNoPathIsAnErrorOfTheLocation() {
        TrustStore store = TrustStore.of("\0", new Password(""), "PEM");

        assertProblem(store, "api.ssl.truststore.location", "can't be read on this worker");
    }

    @Test
    void directoryIsNoFile() {
        assertThat(store(directory, "", "PEM").problem()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"JKS, PEM", "PKCS12, PEM"})
    void keyStoreOfAnotherTypeIsAnErrorOfTheType(String actual, String claimed) {
        Path file = CA.write(directory.resolve("store"), actual, PASSWORD);

        assertProblem(store(file, "", claimed), "api.ssl.truststore.type", "is " + claimed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void pemFileThatIsCalledAKeyStoreIsAnErrorOfTheType(String claimed) throws IOException {
        assertProblem(store(pem(CA.pem()), "", claimed), "api.ssl.truststore.type", "is " + claimed);
    }

    @Test
    void cutPemFileIsAnErrorOfTheType() throws IOException {
        String cut = CA.pem().substring(0, CA.pem().length() / 2);

        assertProblem(store(pem(cut), "", "PEM"), "api.ssl.truststore.type", "complete");
    }

    @Test
    void fileWithoutACertificateIsAnErrorOfTheLocation() throws IOException {
        assertProblem(store(pem(""), "", "PEM"), "api.ssl.truststore.location", "contains no certificate");
    }

    @Test
    void certificatesThatOnlyThePasswordShowsAreHintedAt() {
        Path file = CA.write(directory.resolve("store"), "PKCS12", PASSWORD);

        assertProblem(store(file, "", "PKCS12"), "api.ssl.truststore.location", "api.ssl.truststore.password is set");
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

    private static void assertProblem(TrustStore store, String setting, String saying) {
        Optional<Problem> problem = store.problem();

        assertThat(problem).map(Problem::setting).contains(setting);
        assertThat(problem.orElseThrow().message())
                .startsWith(setting + " ")
                .contains(saying)
                .doesNotContain(PASSWORD);
    }
}
