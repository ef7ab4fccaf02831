package dev.s2ioc.cluster.api;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The cluster's own certificate authority, and the certificate that it gives this machine's loopback address. */
public final class Certificates {
    private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3650);
    private static final Duration SERVER_LIFETIME = Duration.ofDays(365);
    private static final Duration RENEWAL = Duration.ofDays(30);
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1", "localhost");

    /** A key and the certificate that vouches for it. */
    record Identity(PrivateKey key, X509Certificate certificate) {
        boolean isIssuedBy(X509Certificate authority) {
            try {
                certificate.verify(authority.getPublicKey());
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        boolean isFor(List<String> names) throws GeneralSecurityException {
            Collection<List<?>> known = certificate.getSubjectAlternativeNames();
            return known != null
                    && known.stream().map(name -> name.get(1)).toList().containsAll(names);
        }
    }

    private final Identity server;
    private final Identity authority;

    private Certificates(Identity server, Identity authority) {
        this.server = server;
        this.authority = authority;
    }

    /** Reads them from a directory; makes what is missing or about to expire. */
    public static Certificates in(Path directory) throws IOException {
        return in(directory, List.of());
    }

    /** @param names of the server, hosts and addresses, beside those of this machine's loopback */
    public static Certificates in(Path directory, List<String> names) throws IOException {
        return begin(directory).with(names);
    }

    /** Reads what is there and begins what is missing, as long as the names are not known yet. */
    static Begun begin(Path directory) throws IOException {
        try {
            SecretFile.directory(directory);
            Optional<Identity> authority = read(directory, "ca", Duration.ZERO);
            Optional<Identity> server = authority.isEmpty()
                    ? Optional.empty()
                    : read(directory, "server", RENEWAL)
                            .filter(found -> found.isIssuedBy(authority.get().certificate()));
            // Both keys lie in one directory for one program: the first start finds one pair, the slow part of it, for
            // both.
            ComingKeys keys = server.isPresent() ? null : ComingKeys.begin();
            return new Begun(directory, authority, server, keys);
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    /** What a directory had, and a key pair for what it had not. */
    record Begun(Path directory, Optional<Identity> keptAuthority, Optional<Identity> keptServer, ComingKeys keys) {
        Certificates with(List<String> names) throws IOException {
            try {
                Identity authority =
                        keptAuthority.isPresent() ? keptAuthority.get() : keep(directory, "ca", authority(keys.get()));
                if (keptServer.isPresent() && keptServer.get().isFor(names)) {
                    return new Certificates(keptServer.get(), authority);
                }
                KeyPair pair = keys == null ? ComingKeys.make() : keys.get();
                List<String> all =
                        Stream.concat(LOOPBACK.stream(), names.stream()).toList();
                return new Certificates(keep(directory, "server", issue(authority, pair, all)), authority);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw failed(e);
            }
        }
    }

    private static IOException failed(Exception e) {
        return new IOException("cannot make the cluster's certificates: " + e.getMessage(), e);
    }

    public PrivateKey key() {
        return server.key();
    }

    public List<X509Certificate> chain() {
        return List.of(server.certificate(), authority.certificate());
    }

    /** Vouches for another host of this cluster. */
    public KeyStore.PrivateKeyEntry forHost(String host) throws IOException {
        return forHosts(List.of(host));
    }

    /** Vouches for one that has several names. */
    public KeyStore.PrivateKeyEntry forHosts(List<String> hosts) throws IOException {
        try {
            Identity identity = issue(authority, ComingKeys.make(), hosts);
            return new KeyStore.PrivateKeyEntry(
                    identity.key(), new Certificate[] {identity.certificate(), authority.certificate()});
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot make a certificate for " + hosts.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** What a client has to trust. */
    public String authorityPem() throws IOException {
        return pem(authority.certificate());
    }

    /** Empty when there is none, or none that is good for at least so long. */
    private static Optional<Identity> read(Path directory, String name, Duration remaining)
            throws IOException, GeneralSecurityException {
        Path keyFile = directory.resolve(name + ".key");
        Path certificateFile = directory.resolve(name + ".crt");
        if (!Files.exists(keyFile) || !Files.exists(certificateFile)) {
            return Optional.empty();
        }
        if (!(parsed(keyFile) instanceof PrivateKeyInfo key)
                || !(parsed(certificateFile) instanceof X509CertificateHolder holder)) {
            return Optional.empty();
        }
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
        boolean lasts =
                certificate.getNotAfter().toInstant().isAfter(Instant.now().plus(remaining));
        return lasts
                ? Optional.of(new Identity(new JcaPEMKeyConverter().getPrivateKey(key), certificate))
                : Optional.empty();
    }

    private static Object parsed(Path file) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            return parser.readObject();
        }
    }

    /** The certificate is written last: without it the key counts for nothing. */
    private static Identity keep(Path directory, String name, Identity identity) throws IOException {
        Files.deleteIfExists(directory.resolve(name + ".crt"));
        SecretFile.write(directory.resolve(name + ".key"), pem(new JcaPKCS8Generator(identity.key(), null)));
        SecretFile.write(directory.resolve(name + ".crt"), pem(identity.certificate()));
        return identity;
    }

    /** Signed by itself. */
    private static Identity authority(KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=s2ioc-cluster-" + Instant.now().getEpochSecond());
        JcaX509v3CertificateBuilder builder = builder(name, name, pair, AUTHORITY_LIFETIME);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(builder, pair, pair.getPrivate());
    }

    private static Identity issue(Identity authority, KeyPair pair, List<String> names)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        // A common name has at most 64 characters; whom a certificate is for is read from its names anyway.
        String common = names.getFirst().length() > 64 ? "s2ioc" : names.getFirst();
        X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, common).build();
        JcaX509v3CertificateBuilder builder = builder(issuer, subject, pair, SERVER_LIFETIME);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(names.stream().map(Certificates::generalName).toArray(GeneralName[]::new)));
        return signed(builder, pair, authority.key());
    }

    private static GeneralName generalName(String name) {
        boolean address = name.contains(":") || name.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, Duration lifetime) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(lifetime)),
                subject,
                pair.getPublic());
    }

    private static Identity signed(JcaX509v3CertificateBuilder builder, KeyPair pair, PrivateKey signer)
            throws GeneralSecurityException, OperatorCreationException {
        // An authority that was made before has a key on an elliptic curve.
        String algorithm = signer.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        X509CertificateHolder holder = builder.build(new JcaContentSignerBuilder(algorithm).build(signer));
        return new Identity(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(holder));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
