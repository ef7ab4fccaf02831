package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS with callers, as each route wants it, and with services that are reached by TLS again. */
final class RouteTls {
    private static final char[] NO_PASSWORD = {};

    private final RouteApi.Certificates certificates;
    private final Map<String, SSLSocketFactory> known = new ConcurrentHashMap<>();

    RouteTls(RouteApi.Certificates certificates) {
        this.certificates = certificates;
    }

    /** To talk to a caller as the route's host; without a route as the router. */
    SSLSocketFactory facing(Optional<RouteTable.Entry> route) throws IOException, GeneralSecurityException {
        JsonNode tls = route.map(entry -> entry.spec().path("tls")).orElse(Json.object());
        String host = route.map(RouteTable.Entry::host).orElse("*." + RouteHosts.DOMAIN);
        String key = host + "\n" + Json.at(tls, "certificate") + Json.at(tls, "key") + Json.at(tls, "caCertificate");
        SSLSocketFactory factory = known.get(key);
        if (factory == null) {
            Optional<KeyStore.PrivateKeyEntry> own = RouteCertificate.own(tls);
            factory = facing(own.isPresent() ? own.get() : certificates.of(host));
            known.put(key, factory);
        }
        return factory;
    }

    private static SSLSocketFactory facing(KeyStore.PrivateKeyEntry identity)
            throws IOException, GeneralSecurityException {
        KeyStore keys = empty();
        keys.setKeyEntry("route", identity.getPrivateKey(), NO_PASSWORD, identity.getCertificateChain());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, NO_PASSWORD);
        return context(factory.getKeyManagers(), null);
    }

    /** To talk to a service, which shows a certificate of the route's authority, or of the cluster's with the service's name. */
    SSLSocketFactory towards(RouteTable.Entry route) throws IOException, GeneralSecurityException {
        String pem = Json.at(route.spec(), "tls", "destinationCACertificate");
        KeyStore trusted = empty();
        int number = 0;
        if (pem.isEmpty()) {
            Certificate[] chain = certificates.of(route.host()).getCertificateChain();
            trusted.setCertificateEntry("cluster", chain[chain.length - 1]);
        } else {
            for (Certificate each : RouteCertificate.certificates("destinationCACertificate", pem)) {
                trusted.setCertificateEntry("authority" + number++, each);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return context(null, factory.getTrustManagers());
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static SSLSocketFactory context(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, new SecureRandom());
        return context.getSocketFactory();
    }
}
