package dev.s2ioc.cluster.durability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A local cluster in a process of its own, as {@code s2ioc cluster serve} is one, and a client of it. */
final class ServedCluster implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final HttpClient http;
    private final String server;
    private final String token;

    private ServedCluster(Process process, JsonNode state) throws GeneralSecurityException, IOException {
        this.process = process;
        this.server = state.path("server").asText();
        this.token = state.path("developerToken").asText();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(state.path("certificateAuthority").asText()))
                .build();
    }

    /** Starts it and waits until it serves. */
    static ServedCluster start(Path home) throws IOException, GeneralSecurityException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.s2ioc.Main",
                "cluster",
                "serve",
                "--port=0",
                "--registry-port=0",
                "--engine=builtin"));
        builder.environment().put("XDG_DATA_HOME", home.toString());
        builder.environment().put("HOME", home.toString());
        Path log = home.resolve("cluster.err");
        Process process = builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("Serving on ")) {
            throw new AssertionError("it does not serve: " + line + "\n" + Files.readString(log));
        }
        return new ServedCluster(
                process, MAPPER.readTree(home.resolve("s2ioc/cluster/cluster.json").toFile()));
    }

    private static SSLContext trusting(String pem) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        keys.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    JsonNode get(String path) throws IOException {
        return send(request(path).GET());
    }

    JsonNode post(String path, String json) throws IOException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    JsonNode put(String path, String json) throws IOException {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** An answer that is no success fails the test; one that does not come is an IOException. */
    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
            }
            return MAPPER.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
        http.shutdownNow();
    }
}
