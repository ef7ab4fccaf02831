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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
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

    /** A key and the certificate that vouches for it. */
    private record Identity(PrivateKey key, X509Certificate certificate) {
        boolean isIssuedBy(X509Certificate authority) {
            try {
                certificate.verify(authority.getPublicKey());
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
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
        try {
            SecretFile.directory(directory);
            Optional<Identity> kept = read(directory, "ca", Duration.ZERO);
            Identity authority = kept.isPresent() ? kept.get() : make(directory, "ca", null, AUTHORITY_LIFETIME);
            Optional<Identity> server =
                    read(directory, "server", RENEWAL).filter(found -> found.isIssuedBy(authority.certificate()));
            return new Certificates(
                    server.isPresent() ? server.get() : make(directory, "server", authority, SERVER_LIFETIME),
                    authority);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot make the cluster's certificates: " + e.getMessage(), e);
        }
    }

    public PrivateKey key() {
        return server.key();
    }

    public List<X509Certificate> chain() {
        return List.of(server.certificate(), authority.certificate());
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
    private static Identity make(Path directory, String name, Identity authority, Duration lifetime)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        // RSA, as OpenShift's own: a client that has just started checks it in a fraction of the time of other
        // signatures.
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = signed(pair, authority, lifetime);
        Files.deleteIfExists(directory.resolve(name + ".crt"));
        SecretFile.write(directory.resolve(name + ".key"), pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
        SecretFile.write(directory.resolve(name + ".crt"), pem(certificate));
        return new Identity(pair.getPrivate(), certificate);
    }

    /** Signed by the authority, or by itself when there is none yet. */
    private static X509Certificate signed(KeyPair subject, Identity authority, Duration lifetime)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        boolean self = authority == null;
        X500Name issuer = self
                ? new X500Name("CN=s2ioc-cluster-" + Instant.now().getEpochSecond())
                : X500Name.getInstance(
                        authority.certificate().getSubjectX500Principal().getEncoded());
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(lifetime)),
                self ? issuer : new X500Name("CN=127.0.0.1"),
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
        PrivateKey signer = self ? subject.getPrivate() : authority.key();
        // An authority that was made before has a key on an elliptic curve.
        String algorithm = signer.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer)));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
