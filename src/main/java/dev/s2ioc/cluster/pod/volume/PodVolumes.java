package dev.s2ioc.cluster.pod.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.pod.env.ContainerVariables.MissingException;
import dev.s2ioc.cluster.pod.env.PodFields;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The volumes of one pod, as directories of this machine. */
public final class PodVolumes {
    private static final String AUTHORITY = "kube-root-ca.crt";

    private final Path directory;
    private final ProjectData data;
    private final Supplies supplies;

    /** What the cluster itself gives. */
    public interface Supplies {
        /** A token of a service account. */
        String token(String namespace, String account, long seconds);

        /** PEM of whom to trust when one calls the API. */
        String authority() throws IOException;

        /** Where a claim has its files. */
        Path place(JsonNode claim);
    }

    public PodVolumes(Path directory, ProjectData data, Supplies supplies) {
        this.directory = directory;
        this.data = data;
        this.supplies = supplies;
    }

    public Path of(String volume) {
        return directory.resolve(volume);
    }

    /** Makes a volume, or brings it up to date. */
    public void write(JsonNode volume, PodFields pod) throws MissingException, IOException {
        Path place = of(Json.at(volume, "name"));
        Optional<Long> group = Optional.ofNullable(
                        pod.pod().path("spec").path("securityContext").get("fsGroup"))
                .map(JsonNode::asLong);
        if (volume.has("emptyDir")) {
            Files.createDirectories(place);
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
            Ownership.give(place, group);
            return;
        }
        if (volume.has("persistentVolumeClaim")) {
            lead(place, Json.at(volume, "persistentVolumeClaim", "claimName"), group);
            return;
        }
        Map<String, VolumeFile> files = new TreeMap<>();
        if (volume.has("secret")) {
            addSecret(volume.path("secret"), "secretName", volume.path("secret"), files);
        } else if (volume.has("configMap")) {
            addConfigMap(volume.path("configMap"), volume.path("configMap"), files);
        } else if (volume.has("downwardAPI")) {
            addFields(volume.path("downwardAPI"), volume.path("downwardAPI"), pod, files);
        } else {
            for (JsonNode source : volume.path("projected").path("sources")) {
                addProjected(source, volume.path("projected"), pod, files);
            }
        }
        new VolumeDirectory(place).write(files, group);
    }

    /** What is claimed is elsewhere, and stays when the pod goes. */
    private void lead(Path place, String claim, Optional<Long> group) throws MissingException, IOException {
        JsonNode found = data.claim(claim)
                .orElseThrow(() -> new MissingException("persistentvolumeclaim \"" + claim + "\" not found"));
        Path there = supplies.place(found);
        if (Files.notExists(there)) {
            throw new MissingException("persistentvolumeclaim \"" + claim + "\" has no volume");
        }
        if (!Files.isSymbolicLink(place)) {
            Files.createDirectories(directory);
            Files.createSymbolicLink(place, there);
            Ownership.give(there, group);
        }
    }

    private void addProjected(JsonNode source, JsonNode whole, PodFields pod, Map<String, VolumeFile> files)
            throws MissingException, IOException {
        if (source.has("secret")) {
            addSecret(source.path("secret"), "name", whole, files);
        } else if (source.has("configMap")) {
            addConfigMap(source.path("configMap"), whole, files);
        } else if (source.has("downwardAPI")) {
            addFields(source.path("downwardAPI"), whole, pod, files);
        } else {
            JsonNode token = source.path("serviceAccountToken");
            String text = supplies.token(
                    pod.field("metadata.namespace"),
                    pod.field("spec.serviceAccountName"),
                    token.path("expirationSeconds").asLong());
            files.put(
                    Json.at(token, "path"),
                    new VolumeFile(text.getBytes(StandardCharsets.UTF_8), mode(Json.object(), whole)));
        }
    }

    private void addSecret(JsonNode source, String nameField, JsonNode whole, Map<String, VolumeFile> files)
            throws MissingException {
        String name = Json.at(source, nameField);
        add(source, whole, "secret \"" + name + "\"", data.secret(name), files);
    }

    private void addConfigMap(JsonNode source, JsonNode whole, Map<String, VolumeFile> files)
            throws MissingException, IOException {
        String name = Json.at(source, "name");
        Optional<Map<String, byte[]>> found = data.configMap(name);
        if (found.isEmpty() && name.equals(AUTHORITY)) {
            // Every namespace of Kubernetes has one; here it is not an object.
            found = Optional.of(Map.of("ca.crt", supplies.authority().getBytes(StandardCharsets.UTF_8)));
        }
        add(source, whole, "configmap \"" + name + "\"", found, files);
    }

    private static void add(
            JsonNode source,
            JsonNode whole,
            String what,
            Optional<Map<String, byte[]>> found,
            Map<String, VolumeFile> files)
            throws MissingException {
        boolean optional = source.path("optional").asBoolean();
        if (found.isEmpty() && !optional) {
            throw new MissingException(what + " not found");
        }
        Map<String, byte[]> values = found.orElse(Map.of());
        if (source.path("items").isEmpty()) {
            values.forEach((key, value) -> files.put(key, new VolumeFile(value, mode(Json.object(), whole))));
        }
        for (JsonNode item : source.path("items")) {
            byte[] value = values.get(Json.at(item, "key"));
            if (value == null && !optional) {
                throw new MissingException("references non-existent " + what.substring(0, what.indexOf(' ')) + " key: "
                        + Json.at(item, "key"));
            }
            if (value != null) {
                files.put(Json.at(item, "path"), new VolumeFile(value, mode(item, whole)));
            }
        }
    }

    private static void addFields(JsonNode source, JsonNode whole, PodFields pod, Map<String, VolumeFile> files) {
        for (JsonNode item : source.path("items")) {
            String text = item.has("fieldRef")
                    ? pod.field(Json.at(item, "fieldRef", "fieldPath"))
                    : pod.resource(item.path("resourceFieldRef"), Json.object());
            files.put(Json.at(item, "path"), new VolumeFile(text.getBytes(StandardCharsets.UTF_8), mode(item, whole)));
        }
    }

    private static int mode(JsonNode item, JsonNode whole) {
        return item.path("mode").asInt(whole.path("defaultMode").asInt(0644));
    }

    /** A file in a volume. */
    record VolumeFile(byte[] content, int mode) {}
}
