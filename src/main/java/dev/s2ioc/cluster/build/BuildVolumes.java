package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.ImageBuild.Mount;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A strategy's volumes: secrets and config maps that the steps of a build see as directories, and the image does not. */
final class BuildVolumes {
    private final JsonNode volumes;
    private final ProjectData data;

    BuildVolumes(JsonNode strategy, ProjectData data) {
        this.volumes = strategy.path("volumes");
        this.data = data;
    }

    /** Writes them below the directory, which is made if need be. */
    List<Mount> writeInto(Path directory) throws BuildFailure, IOException {
        List<Mount> mounts = new ArrayList<>();
        for (JsonNode volume : volumes) {
            Path place = Files.createDirectories(directory.resolve(Integer.toString(mounts.size())));
            write(volume, place);
            for (JsonNode mount : volume.path("mounts")) {
                mounts.add(new Mount(place, Json.at(mount, "destinationPath")));
            }
        }
        return mounts;
    }

    private void write(JsonNode volume, Path place) throws BuildFailure, IOException {
        JsonNode source = volume.path("source");
        JsonNode secret = source.path("secret");
        JsonNode configMap = source.path("configMap");
        if (secret.isObject()) {
            String name = Json.at(secret, "secretName");
            write(volume, "secret \"" + name + "\"", data.secret(name).orElse(null), secret, place);
        } else if (configMap.isObject()) {
            String name = Json.at(configMap, "name");
            write(volume, "configmap \"" + name + "\"", data.configMap(name).orElse(null), configMap, place);
        } else {
            throw failure(volume, "the local cluster mounts secrets and config maps, and has no CSI drivers");
        }
    }

    private static void write(JsonNode volume, String what, Map<String, byte[]> found, JsonNode source, Path place)
            throws BuildFailure, IOException {
        boolean optional = source.path("optional").asBoolean();
        if (found == null && !optional) {
            throw failure(volume, what + " not found");
        }
        Map<String, byte[]> values = found == null ? Map.of() : found;
        int mode = source.path("defaultMode").asInt(0644);
        Map<String, JsonNode> items = new HashMap<>();
        source.path("items").forEach(item -> items.put(Json.at(item, "key"), item));
        for (Map.Entry<String, JsonNode> item : items.entrySet()) {
            if (!values.containsKey(item.getKey()) && !optional) {
                throw failure(volume, what + " has no key " + item.getKey());
            }
        }
        for (Map.Entry<String, byte[]> value : values.entrySet()) {
            JsonNode item = items.get(value.getKey());
            if (items.isEmpty()) {
                write(volume, place, value.getKey(), value.getValue(), mode);
            } else if (item != null) {
                write(
                        volume,
                        place,
                        Json.at(item, "path"),
                        value.getValue(),
                        item.path("mode").asInt(mode));
            }
        }
    }

    private static void write(JsonNode volume, Path place, String name, byte[] content, int mode)
            throws BuildFailure, IOException {
        Path file = place.resolve(name).normalize();
        if (!file.startsWith(place) || file.equals(place)) {
            throw failure(volume, "the path " + name + " leads out of it");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setPosixFilePermissions(file, permissions(mode));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission each : PosixFilePermission.values()) {
            if ((mode & (0400 >> each.ordinal())) != 0) {
                permissions.add(each);
            }
        }
        return permissions;
    }

    private static BuildFailure failure(JsonNode volume, String why) {
        return new BuildFailure(
                Reason.GenericBuildFailed, "build error: volume \"" + Json.at(volume, "name") + "\": " + why);
    }
}
