package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads what an image of another registry is. Its layers stay there. */
final class ImageImporter {
    private static final Type DOCKER_IMAGE = Type.namespaced(ImageStreamKind.GROUP, "v1", "dockerimage", "DockerImage");

    private final Registries registries;

    ImageImporter(Registries registries) {
        this.registries = registries;
    }

    /** The Image object of a name; a StatusException says in the API's words why there is none. */
    ObjectNode read(String name, JsonNode importPolicy) {
        boolean own = registries.own(name);
        RemoteName remote = RemoteName.parse(name);
        String address = own ? registries.address().get() : remote.address();
        boolean insecure = own || importPolicy.path("insecure").asBoolean();
        boolean keepList = Json.at(importPolicy, "importMode").equals("PreserveOriginal");
        try (RemoteRegistry registry = new RemoteRegistry(address, remote.repository(), insecure)) {
            return read(registry, remote, name, keepList);
        } catch (IOException e) {
            throw StatusException.internal(name + ": " + why(e));
        }
    }

    private ObjectNode read(RemoteRegistry registry, RemoteName remote, String name, boolean keepList)
            throws IOException {
        HttpResponse<byte[]> answer = registry.manifest(remote.reference());
        byte[] manifest = content(answer, remote.isDigest() ? remote.reference() : "", name);
        JsonNode json = Json.parse(manifest);
        if (json.path("manifests").isArray() && !keepList) {
            String member = memberForThisMachine(json, name);
            return read(registry, remote.at(member), name, true);
        }
        String config = Json.at(json, "config", "digest");
        byte[] configuration = config.isEmpty() ? new byte[0] : content(registry.blob(config), config, name);
        String digest = digest(manifest);
        String mediaType = answer.headers().firstValue("Content-Type").orElse(Json.at(json, "mediaType"));
        return new PushedImage(digest, mediaType, manifest, configuration)
                .foreignObject(remote.at(digest).toString());
    }

    private static byte[] content(HttpResponse<byte[]> answer, String digest, String name) {
        switch (answer.statusCode()) {
            case 200 -> {
                if (!digest.isEmpty() && !digest(answer.body()).equals(digest)) {
                    throw StatusException.internal(name + ": the registry sent other content than " + digest);
                }
            }
            case 401, 403 ->
                throw StatusException.of(
                        401, "Unauthorized", "you may not have access to the container image \"" + name + "\"");
            case 404 -> throw StatusException.notFound(DOCKER_IMAGE, name);
            default ->
                throw StatusException.internal(
                        name + ": the registry answered " + answer.statusCode() + " for " + answer.uri());
        }
        return answer.body();
    }

    private static String memberForThisMachine(JsonNode list, String name) {
        String machine = System.getProperty("os.arch");
        String architecture = machine.equals("aarch64") ? "arm64" : machine.equals("x86_64") ? "amd64" : machine;
        return list.path("manifests")
                .valueStream()
                .filter(member -> Json.at(member, "platform", "os").equals("linux"))
                .filter(member -> Json.at(member, "platform", "architecture").equals(architecture))
                .map(member -> Json.at(member, "digest"))
                .findFirst()
                .orElseThrow(() -> StatusException.notFound(DOCKER_IMAGE, name));
    }

    private static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Java's own exceptions often have no words; a user needs some. */
    private static String why(IOException failure) {
        return switch (failure) {
            case java.net.http.HttpTimeoutException e -> "the registry did not answer in time";
            case java.net.UnknownHostException e -> "there is no such host";
            case java.net.ConnectException e -> "the registry cannot be reached";
            default -> failure.getMessage() == null ? "the connection broke" : failure.getMessage();
        };
    }
}
