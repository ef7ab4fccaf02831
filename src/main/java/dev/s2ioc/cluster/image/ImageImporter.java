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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads what an image of another registry is. Its layers stay there. */
final class ImageImporter {
    private static final Type DOCKER_IMAGE = Type.namespaced(ImageStreamKind.GROUP, "v1", "dockerimage", "DockerImage");

    private final Remotes remotes;
    private final OwnImages own;

    ImageImporter(Remotes remotes, OwnImages own) {
        this.remotes = remotes;
        this.own = own;
    }

    /** An Image object, and those of its members if it is a list that is kept as one. */
    record Found(ObjectNode image, List<ObjectNode> members) {}

    /** The image of a name; a StatusException says in the API's words why there is none. */
    Found read(ImageSource source) {
        RemoteName remote = RemoteName.parse(source.name());
        if (own.has(source.name())) {
            return own.read(remote).orElseThrow(() -> StatusException.notFound(DOCKER_IMAGE, remote.toString()));
        }
        try (RemoteRegistry registry = remotes.open(source.namespace(), remote, source.insecure())) {
            return new Reading(registry, source).at(remote, source.keepsLists());
        } catch (IOException e) {
            throw StatusException.internal(remote + ": " + RemoteFailure.why(e, remote));
        }
    }

    /** All tags of a repository. */
    List<String> tags(ImageSource source) {
        RemoteName remote = RemoteName.parse(source.name());
        if (own.has(source.name())) {
            return own.tags(remote).orElseThrow(() -> StatusException.notFound(DOCKER_IMAGE, source.name()));
        }
        List<String> tags = new ArrayList<>();
        try (RemoteRegistry registry = remotes.open(source.namespace(), remote, source.insecure())) {
            content(registry.tags(tags), "", source.name());
        } catch (IOException e) {
            throw StatusException.internal(source.name() + ": " + RemoteFailure.why(e, remote));
        }
        return tags;
    }

    /** The reading of one image, member by member. */
    private record Reading(RemoteRegistry registry, ImageSource source) {
        Found at(RemoteName remote, boolean keepLists) throws IOException {
            HttpResponse<byte[]> answer = registry.manifest(remote.reference());
            byte[] manifest = content(answer, remote.isDigest() ? remote.reference() : "", remote.toString());
            JsonNode json = Json.parse(manifest);
            requireKnown(json, remote);
            if (json.path("manifests").isArray() && !keepLists) {
                return at(remote.at(member(json, remote)), true);
            }
            List<ObjectNode> members = new ArrayList<>();
            for (JsonNode member : json.path("manifests")) {
                members.add(at(remote.at(Json.at(member, "digest")), true).image());
            }
            String config = Json.at(json, "config", "digest");
            byte[] configuration =
                    config.isEmpty() ? new byte[0] : content(registry.blob(config), config, remote.toString());
            String digest = digest(manifest);
            String mediaType = answer.headers().firstValue("Content-Type").orElse(Json.at(json, "mediaType"));
            String reference = remote.at(digest).toString();
            return new Found(
                    new PushedImage(digest, mediaType, manifest, configuration).foreignObject(reference), members);
        }

        /** The platform that is wanted, else the usual one, else the first. */
        private String member(JsonNode list, RemoteName remote) {
            List<JsonNode> members = list.path("manifests").valueStream().toList();
            return members.stream()
                    .filter(member -> isFor(member, source.system(), source.architecture()))
                    .findFirst()
                    .or(() -> members.stream()
                            .filter(member -> isFor(member, "linux", "amd64"))
                            .findFirst())
                    .or(() -> members.stream().findFirst())
                    .map(member -> Json.at(member, "digest"))
                    .orElseThrow(() -> StatusException.internal(remote + ": no manifests in manifest list"));
        }

        private static boolean isFor(JsonNode member, String system, String architecture) {
            return Json.at(member, "platform", "os").equals(system)
                    && Json.at(member, "platform", "architecture").equals(architecture);
        }
    }

    private static void requireKnown(JsonNode manifest, RemoteName remote) {
        if (manifest.path("schemaVersion").asInt() != 2) {
            throw StatusException.internal(remote + ": unsupported image manifest type: schemaVersion "
                    + manifest.path("schemaVersion").asText("is missing"));
        }
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
            case 429 ->
                throw StatusException.of(
                        429, "TooManyRequests", name + ": toomanyrequests: the registry allows no more for now");
            default ->
                throw StatusException.internal(
                        name + ": the registry answered " + answer.statusCode() + " for " + answer.uri());
        }
        return answer.body();
    }

    static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
