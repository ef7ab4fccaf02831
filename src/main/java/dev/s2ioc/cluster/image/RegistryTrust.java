package dev.s2ioc.cluster.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates imports trust: the authorities that this machine trusts, and those that container tools are given for
 * one registry, in {@code certs.d/HOST:PORT/*.crt}.
 *
 * @param bundles files of authorities for everything, where they exist
 * @param directories that have a directory per registry
 */
public record RegistryTrust(List<Path> bundles, List<Path> directories) {
    private static final List<Path> BUNDLES =
            List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"), Path.of("/etc/pki/tls/certs/ca-bundle.crt"));

    /** The places that container tools look at, for the user whose environment this is. */
    public static RegistryTrust of(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String own = environment.getOrDefault("SSL_CERT_FILE", "");
        return new RegistryTrust(
                own.isEmpty() ? BUNDLES : List.of(Path.of(own)),
                List.of(
                        Path.of(home, ".config/containers/certs.d"),
                        Path.of("/etc/containers/certs.d"),
                        Path.of("/etc/docker/certs.d")));
    }

    /** For a registry at {@code HOST:PORT}. */
    SSLContext toward(String address) throws IOException {
        try {
            KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            for (X509Certificate authority : ofJava()) {
                add(authorities, authority);
            }
            for (Path bundle : bundles) {
                addFile(authorities, bundle);
            }
            for (Path directory : directories) {
                addDirectory(authorities, directory.resolve(address));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return context(factory.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificates to trust cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<X509Certificate> ofJava() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    private static void addDirectory(KeyStore authorities, Path directory)
            throws IOException, GeneralSecurityException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".crt"))
                        .sorted()
                        .toList()) {
                    addFile(authorities, file);
                }
            }
        }
    }

    private static void addFile(KeyStore authorities, Path file) throws IOException, GeneralSecurityException {
        if (!Files.isReadable(file)) {
            return;
        }
        try (InputStream content = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(content);
            for (Certificate certificate : certificates) {
                add(authorities, certificate);
            }
        } catch (CertificateException e) {
            throw new IOException(file + " is no file of certificates: " + e.getMessage(), e);
        }
    }

    private static void add(KeyStore authorities, Certificate certificate) throws GeneralSecurityException {
        authorities.setCertificateEntry("authority-" + authorities.size(), certificate);
    }

    /** For whoever has said that a registry need not prove who it is. */
    static SSLContext insecure() throws IOException {
        try {
            return context(new TrustManager[] {new Anybody()});
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    /** Accepts every certificate, and of this kind of manager no host name is checked either. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
