package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The registry of the running cluster, asked as its administrator. */
final class RegistryAdmin {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String address;
    private final String token;

    RegistryAdmin(JsonNode state) {
        this.address = state.path("registry").asText();
        this.token = state.path("kubeadminToken").asText();
    }

    JsonNode prune(Duration keepYoungerThan, boolean dryRun) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + address + "/admin/prune?keep-younger-than=" + keepYoungerThan.toSeconds()
                + "&dry-run=" + dryRun);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = Json.parse(answer.body());
            if (answer.statusCode() != 200) {
                throw new CommandFailure("the registry could not be pruned: "
                        + body.path("errors").path(0).path("message").asText("it answered " + answer.statusCode()));
            }
            return body;
        }
    }
}
