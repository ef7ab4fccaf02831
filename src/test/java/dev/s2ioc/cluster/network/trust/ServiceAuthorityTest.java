package dev.s2ioc.cluster.network.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.api.Certificates;
import dev.s2ioc.cluster.network.NetworkCluster;
import dev.s2ioc.cluster.store.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services get certificates, and whoever asks gets to know their authority. */
@Timeout(60)
class ServiceAuthorityTest {
    private static final String CORE = "/api/v1/namespaces/demo/";
    private static final String WANTED = "service.beta.openshift.io/serving-cert-secret-name";

    private NetworkCluster cluster;
    private Certificates certificates;
    private ServiceAuthority authority;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        cluster = new NetworkCluster(directory);
        certificates = Certificates.in(directory.resolve("api"));
        authority = new ServiceAuthority(
                cluster.machinery,
                new ServiceAuthority.Authority() {
                    @Override
                    public KeyStore.PrivateKeyEntry vouch(List<String> hosts) throws IOException {
                        return certificates.forHosts(hosts);
                    }

                    @Override
                    public String pem() throws IOException {
                        return certificates.authorityPem();
                    }
                },
                cluster.failures::add);
        authority.start();
    }

    @AfterEach
    void stop() {
        authority.close();
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    private JsonNode await(String path, Predicate<JsonNode> wanted) throws InterruptedException {
        JsonNode last = cluster.get(CORE + path).body();
        for (int i = 0; i < 400 && !wanted.test(last); i++) {
            Thread.sleep(25);
            last = cluster.get(CORE + path).body();
        }
        if (!wanted.test(last)) {
            throw new AssertionError(path + " did not become as wanted: " + last.toPrettyString());
        }
        return last;
    }

    private void service(String name, String spec) {
        cluster.post(CORE + "services", """
                {"metadata":{"name":"%1$s","annotations":{"%2$s":"%1$s-tls"}},"spec":{%3$s"ports":[{"port":443}]}}""".formatted(name, WANTED, spec));
    }

    private JsonNode secret(String name) throws InterruptedException {
        return await("secrets/" + name, each -> each.path("data").has("tls.key"));
    }

    private static X509Certificate certificate(JsonNode secret) throws Exception {
        byte[] pem = Base64.getDecoder().decode(Json.at(secret, "data", "tls.crt"));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static List<Object> hosts(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .<Object>map(name -> name.get(1))
                .toList();
    }

    @Test
    void a_service_that_names_a_secret_gets_a_certificate_for_its_names() throws Exception {
        service("web", "");
        JsonNode secret = secret("web-tls");
        assertEquals("kubernetes.io/tls", Json.at(secret, "type"));
        assertEquals("web", secret.at("/metadata/ownerReferences/0/name").asText());
        X509Certificate certificate = certificate(secret);
        certificate.verify(certificates.chain().getLast().getPublicKey());
        assertEquals(List.of("web.demo.svc", "web.demo.svc.cluster.local"), hosts(certificate));
        JsonNode service = await(
                "services/web",
                each -> each.path("metadata")
                        .path("annotations")
                        .has("service.beta.openshift.io/serving-cert-signed-by"));
        assertEquals(
                WANTED + " web-tls",
                WANTED + " "
                        + service.path("metadata")
                                .path("annotations")
                                .path(WANTED)
                                .asText());
        service("bare", "\"clusterIP\":\"None\",");
        assertEquals(
                List.of(
                        "bare.demo.svc",
                        "bare.demo.svc.cluster.local",
                        "*.bare.demo.svc",
                        "*.bare.demo.svc.cluster.local"),
                hosts(certificate(secret("bare-tls"))));
    }

    @Test
    void what_is_lost_is_made_anew_and_what_is_somebody_elses_is_left_to_him() throws Exception {
        service("web", "");
        String first = Json.at(secret("web-tls"), "data", "tls.crt");
        cluster.delete(CORE + "secrets/web-tls", "");
        assertNotEquals(first, Json.at(secret("web-tls"), "data", "tls.crt"));
        cluster.post(CORE + "secrets", "{\"metadata\":{\"name\":\"own-tls\"},\"stringData\":{\"a\":\"b\"}}");
        service("own", "");
        JsonNode service = await(
                "services/own",
                each -> each.path("metadata")
                        .path("annotations")
                        .has("service.beta.openshift.io/serving-cert-generation-error"));
        assertEquals(
                "secret/own-tls references serviceUID , which does not match " + Json.at(service, "metadata", "uid"),
                service.path("metadata")
                        .path("annotations")
                        .path("service.beta.openshift.io/serving-cert-generation-error")
                        .asText());
        cluster.delete(CORE + "services/web", "");
        await("secrets/web-tls", each -> each.path("code").asInt() == 404);
    }

    @Test
    void a_config_map_that_asks_for_it_holds_the_authority_and_nothing_else() throws Exception {
        cluster.post(CORE + "configmaps", """
                {"metadata":{"name":"ca","annotations":{"service.beta.openshift.io/inject-cabundle":"true"}},
                 "data":{"other":"x"}}""");
        String expected =
                Json.object().put("service-ca.crt", certificates.authorityPem()).toString();
        await("configmaps/ca", each -> each.path("data").toString().equals(expected));
        cluster.patch(CORE + "configmaps/ca", "merge-patch+json", "{\"data\":{\"service-ca.crt\":\"changed\"}}");
        await("configmaps/ca", each -> each.path("data").toString().equals(expected));
    }
}
