package dev.s2ioc.cluster.network.trust;

import dev.s2ioc.cluster.kind.Machinery;
import java.io.IOException;
import java.security.KeyStore;
import java.util.List;
import java.util.function.Consumer;

/** What OpenShift's service CA does: certificates for services that want one, and the authority for whoever asks for it. */
public final class ServiceAuthority implements AutoCloseable {
    static final String PREFIX = "service.beta.openshift.io/";

    /** Vouches for hosts of this cluster. */
    public interface Authority {
        /** A new key and its certificate, with the authority's. */
        KeyStore.PrivateKeyEntry vouch(List<String> hosts) throws IOException;

        /** Its own certificate. */
        String pem() throws IOException;
    }

    private final ServingCertificates certificates;
    private final AuthorityBundles bundles;

    public ServiceAuthority(Machinery machinery, Authority authority, Consumer<Throwable> failures) {
        this.certificates = new ServingCertificates(machinery, authority, failures);
        this.bundles = new AuthorityBundles(machinery, authority, failures);
    }

    public void start() {
        certificates.start();
        bundles.start();
    }

    @Override
    public void close() {
        bundles.close();
        certificates.close();
    }
}
