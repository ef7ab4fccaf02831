package dev.s2ioc.cluster.api;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The one key and chain that the API shows, as TLS asks for them. A key store would encrypt the key only to decrypt it, and
 * the usual set-up reads a hundred authorities for callers that show no certificates: a quarter of a second at each start.
 */
final class OwnIdentity extends X509ExtendedKeyManager {
    private static final String NAME = "server";

    private final Certificates certificates;

    private OwnIdentity(Certificates certificates) {
        this.certificates = certificates;
    }

    static SSLContext context(Certificates certificates) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new OwnIdentity(certificates)}, new TrustManager[0], null);
        return context;
    }

    private String name(String keyType) {
        return certificates.key().getAlgorithm().equals(keyType) ? NAME : null;
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return name(keyType);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return name(keyType);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return name(keyType) == null ? null : new String[] {NAME};
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return certificates.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return certificates.key();
    }
}
