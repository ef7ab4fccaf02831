package dev.s2ioc.cluster;

import dev.s2ioc.cluster.api.Certificates;
import dev.s2ioc.cluster.network.trust.ServiceAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;

/** Lets the cluster's authority vouch for services too. */
record ClusterAuthority(Path directory) implements ServiceAuthority.Authority {
    @Override
    public KeyStore.PrivateKeyEntry vouch(List<String> hosts) throws IOException {
        return Certificates.in(directory).forHosts(hosts);
    }

    @Override
    public String pem() throws IOException {
        return Certificates.in(directory).authorityPem();
    }
}
