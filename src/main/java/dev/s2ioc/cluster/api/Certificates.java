package dev.s2ioc.cluster.api;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
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

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate authority;

    private Certificates(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
        this.key = key;
        this.certificate = certificate;
        this.authority = authority;
    }

    /** Reads them from a directory; makes what is missing or about to expire. */
    public static Certificates in(Path directory) throws IOException {
        try {
            SecretFile.directory(directory);
            KeyPair authorityKey = keyIn(directory.resolve("ca.key"));
            X509Certificate authority = certificateIn(directory.resolve("ca.crt"), Duration.ZERO);
            if (authority == null || !authority.getPublicKey().equals(authorityKey.getPublic())) {
                authority = signed(authorityKey, authorityKey, null, AUTHORITY_LIFETIME);
                SecretFile.write(directory.resolve("ca.crt"), pem(authority));
                Files.deleteIfExists(directory.resolve("server.crt"));
            }
            KeyPair serverKey = keyIn(directory.resolve("server.key"));
            X509Certificate server = certificateIn(directory.resolve("server.crt"), RENEWAL);
            if (server == null || !server.getPublicKey().equals(serverKey.getPublic())) {
                server = signed(serverKey, authorityKey, authority, SERVER_LIFETIME);
                SecretFile.write(directory.resolve("server.crt"), pem(server));
            }
            return new Certificates(serverKey.getPrivate(), server, authority);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot make the cluster's certificates: " + e.getMessage(), e);
        }
    }

    public PrivateKey key() {
        return key;
    }

    public List<X509Certificate> chain() {
        return List.of(certificate, authority);
    }

    /** What a client has to trust. */
    public String authorityPem() throws IOException {
        return pem(authority);
    }

    /** The pair in a file, or a new one. Both halves are kept: the JDK's form of a private key does not hold the public one. */
    private static KeyPair keyIn(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            SecretFile.write(file, pem(new JcaPKCS8Generator(pair.getPrivate(), null)) + pem(pair.getPublic()));
            return pair;
        }
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            if (parser.readObject() instanceof PrivateKeyInfo secret
                    && parser.readObject() instanceof SubjectPublicKeyInfo open) {
                JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
                return new KeyPair(converter.getPublicKey(open), converter.getPrivateKey(secret));
            }
            throw new IOException(file + " is not a key of this program; remove it, and a new one is made");
        }
    }

    /** Null when there is none that is good for at least so long. */
    private static X509Certificate certificateIn(Path file, Duration remaining)
            throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            return null;
        }
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            if (!(parser.readObject() instanceof X509CertificateHolder holder)) {
                return null;
            }
            X509Certificate found = new JcaX509CertificateConverter().getCertificate(holder);
            return found.getNotAfter().toInstant().isAfter(Instant.now().plus(remaining)) ? found : null;
        }
    }

    /** Signed by the authority, or by itself when there is none yet. */
    private static X509Certificate signed(KeyPair subject, KeyPair issuer, X509Certificate authority, Duration lifetime)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        boolean self = authority == null;
        X500Name authorityName = self
                ? new X500Name("CN=s2ioc-cluster-" + Instant.now().getEpochSecond())
                : X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                authorityName,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(lifetime)),
                self ? authorityName : new X500Name("CN=127.0.0.1"),
                subject.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(self));
        int usage = self ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        if (!self) {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, "::1"),
                new GeneralName(GeneralName.dNSName, "localhost")
            }));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
