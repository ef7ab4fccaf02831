package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** The certificates that a route brings along. */
final class RouteCertificate {

    private RouteCertificate() {}

    /** Fails with a reason when the route's TLS cannot be served as it is. */
    static void check(JsonNode tls) throws IOException, GeneralSecurityException {
        own(tls);
        if (!Json.at(tls, "destinationCACertificate").isEmpty()) {
            certificates("destinationCACertificate", Json.at(tls, "destinationCACertificate"));
        }
        if (!Json.at(tls, "externalCertificate", "name").isEmpty()) {
            throw new IOException("externalCertificate is not served by the local cluster; put the certificate and its"
                    + " key into the route");
        }
    }

    /** What the route shows of itself; empty when it leaves that to the router. */
    static Optional<KeyStore.PrivateKeyEntry> own(JsonNode tls) throws IOException, GeneralSecurityException {
        String pem = Json.at(tls, "certificate");
        String key = Json.at(tls, "key");
        if (pem.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        if (pem.isEmpty() || key.isEmpty()) {
            throw new IOException("certificate and key go together");
        }
        String chain = pem.strip() + "\n" + Json.at(tls, "caCertificate");
        Certificate[] certificates = certificates("certificate", chain).toArray(Certificate[]::new);
        try {
            return Optional.of(new KeyStore.PrivateKeyEntry(key(key), certificates));
        } catch (IllegalArgumentException e) {
            throw new IOException("the key is not the certificate's: " + e.getMessage(), e);
        }
    }

    static Collection<? extends Certificate> certificates(String field, String pem)
            throws IOException, GeneralSecurityException {
        try {
            Collection<? extends Certificate> all = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            if (all.isEmpty()) {
                throw new IOException(field + " has no certificate in PEM");
            }
            return all;
        } catch (CertificateException e) {
            throw new IOException(field + " is no certificate in PEM", e);
        }
    }

    private static PrivateKey key(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PrivateKeyInfo key) {
                    return new JcaPEMKeyConverter().getPrivateKey(key);
                }
                if (object instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        }
        throw new IOException("key is no private key in PEM");
    }
}
