package io.github.smartia.connect.api.http;

import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Explains what failed in TLS and how to correct it. */
final class TlsDiagnosis {

    private TlsDiagnosis() {}

    /** Ends without a full stop, because messages continue after the explanation. */
    static String of(SSLException failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        if (holds(causes, CertificateExpiredException.class)) {
            return "its certificate, or that of a CA above it, has expired; the server's operator must renew it, unless"
                    + " the worker's clock is wrong";
        }
        if (holds(causes, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet; check the worker's clock";
        }
        if (causes.stream().anyMatch(TlsDiagnosis::isUntrusted)) {
            return "its certificate is from a CA that this worker does not trust; if it is the right server, add the CA's "
                    + "certificate to the file in api.ssl.truststore.location";
        }
        Throwable root = causes.get(causes.size() - 1);
        if (root.getClass() == CertificateException.class
                && TransportFailures.reason(root).matches("No (subject|name).*")) {
            return "its certificate is for another host name: " + TransportFailures.reason(root);
        }
        return inHandshake(TransportFailures.reason(failure));
    }

    private static boolean holds(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static boolean isUntrusted(Throwable cause) {
        return cause instanceof CertPathBuilderException
                // A CA with the name of a trusted CA, but another key.
                || cause instanceof SignatureException
                || (cause instanceof CertPathValidatorException path && path.getReason() == PKIXReason.NO_TRUST_ANCHOR);
    }

    /** The JDK distinguishes these failures only by their messages. */
    private static String inHandshake(String reason) {
        if (reason.matches(".*protocol[_ ]version.*")) {
            return "it supports neither TLS 1.2 nor TLS 1.3, and older versions are not accepted (" + reason + ")";
        }
        if (reason.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return "the server at this port does not use TLS; check the port";
        }
        return reason;
    }
}
