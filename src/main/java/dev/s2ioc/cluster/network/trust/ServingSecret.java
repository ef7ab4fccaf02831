package dev.s2ioc.cluster.network.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.network.ServiceKind;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** A service's secret: a key and the certificate that vouches for it, and for which service it was made until when. */
record ServingSecret(JsonNode service, String name, KeyStore.PrivateKeyEntry identity) {
    static final String SERVICE = ServiceAuthority.PREFIX + "originating-service-name";
    static final String UID = ServiceAuthority.PREFIX + "originating-service-uid";
    static final String EXPIRY = ServiceAuthority.PREFIX + "expiry";

    /** Under which the pods of the cluster know a service; without an address of its own each of its pods has one. */
    static List<String> hosts(JsonNode service) {
        String host = Json.at(service, "metadata", "name") + "." + Json.at(service, "metadata", "namespace") + ".svc";
        List<String> hosts = new ArrayList<>(List.of(host, host + ".cluster.local"));
        if (Json.at(service, "spec", "clusterIP").equals("None")) {
            hosts.addAll(Stream.of("*." + host, "*." + host + ".cluster.local").toList());
        }
        return hosts;
    }

    /** Who has signed it. */
    String signer() {
        String issuer = ((X509Certificate) identity.getCertificate())
                .getIssuerX500Principal()
                .getName();
        return issuer.replaceFirst("^CN=", "");
    }

    ObjectNode data() throws IOException {
        return Json.object()
                .put("tls.crt", encoded((Object[]) identity.getCertificateChain()))
                .put("tls.key", encoded(identity.getPrivateKey()));
    }

    private static String encoded(Object... parts) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object part : parts) {
                writer.writeObject(part);
            }
        }
        return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    String expiry() {
        Certificate certificate = identity.getCertificate();
        return ((X509Certificate) certificate)
                .getNotAfter()
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    ObjectNode object() throws IOException {
        ObjectNode secret = Json.object();
        ObjectNode metadata = secret.putObject("metadata").put("name", name);
        metadata.putObject("annotations")
                .put(SERVICE, Json.at(service, "metadata", "name"))
                .put(UID, Json.at(service, "metadata", "uid"))
                .put(EXPIRY, expiry());
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", ServiceKind.TYPE.apiVersion())
                .put("kind", ServiceKind.TYPE.kind())
                .put("name", Json.at(service, "metadata", "name"))
                .put("uid", Json.at(service, "metadata", "uid"));
        secret.put("type", "kubernetes.io/tls").set("data", data());
        return secret;
    }
}
