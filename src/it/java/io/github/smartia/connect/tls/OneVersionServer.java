package io.github.smartia.connect.tls;

import io.github.smartia.connect.api.json.SessionJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * An HTTPS server on loopback that speaks one version of TLS and no other, in a process of its own: Java forbids the old
 * ones, and that can be lifted only for a whole JVM as it starts. The process ends with this one.
 */
public final class OneVersionServer implements AutoCloseable {

    private static final String END_OF_CERTIFICATE = "";

    private final Process process;
    private final String url;

    private OneVersionServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts the process; {@code version} as Java names it: {@code TLSv1.1}, say. */
    public static OneVersionServer start(HeldCertificate certificate, String version) {
        try {
            Path rules = Files.createTempFile("no-version-is-forbidden", ".properties");
            Files.writeString(rules, "jdk.tls.disabledAlgorithms=\n");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.security.properties=" + rules,
                            "-cp",
                            System.getProperty("java.class.path"),
                            OneVersionServer.class.getName(),
                            version)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Writer in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
            in.write(certificate.certificatePem() + certificate.privateKeyPkcs8Pem() + END_OF_CERTIFICATE + "\n");
            in.flush();
            String url = lines(process.getInputStream()).readLine();
            Files.delete(rules);
            return new OneVersionServer(process, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return url;
    }

    /** The child process: reads a certificate, says where it serves, and serves until its input ends. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = lines(System.in);
        String pem =
                in.lines().takeWhile(line -> !line.equals(END_OF_CERTIFICATE)).collect(Collectors.joining("\n"));
        HeldCertificate certificate = HeldCertificate.decode(pem);
        SSLContext context = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (SSLServerSocket socket =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 10, loopback)) {
            socket.setEnabledProtocols(arguments);
            System.out.println("https://localhost:" + socket.getLocalPort());
            Thread serving = new Thread(() -> serve(socket));
            serving.setDaemon(true);
            serving.start();
            while (in.read() >= 0) {
                // Nothing more is said, until the parent is gone.
            }
        }
    }

    private static void serve(SSLServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                answer(connection);
            } catch (IOException e) {
                // Whoever speaks another version was told so, and is gone.
            }
        }
    }

    private static void answer(Socket connection) throws IOException {
        BufferedReader request = lines(connection.getInputStream());
        while (!request.readLine().isEmpty()) {
            // The headers; what is asked for does not matter.
        }
        byte[] page = SessionJson.page(0);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + page.length + "\r\n\r\n";
        connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().write(page);
        connection.getOutputStream().flush();
        request.lines().forEach(rest -> {});
    }

    private static BufferedReader lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
