package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Adds a volume to a pod template and mounts it in containers.
 *
 * @param name the volume's; empty if it is to be found or made up
 * @param claim the claim that it is of; empty if it is of none
 * @param generated makes up a name
 */
record VolumeAddition(String name, VolumeFlags flags, String claim, Supplier<String> generated) {

    void applyTo(PodTemplate template, List<ObjectNode> containers) {
        Optional<String> claimed = claim.isEmpty() ? Optional.empty() : volumeOfClaim(template);
        String volume = name.isEmpty() ? foundName(containers).or(() -> claimed).orElseGet(generated) : name;
        boolean mayBeThere = flags.overwrite || claimed.filter(volume::equals).isPresent();
        put(template, volume, mayBeThere);
        if (!flags.mountPath.isEmpty()) {
            containers.forEach(container -> mount(container, volume));
        }
    }

    private Optional<String> volumeOfClaim(PodTemplate template) {
        for (JsonNode volume : template.spec().path("volumes")) {
            if (volume.at("/persistentVolumeClaim/claimName").asText("").equals(claim)) {
                return Optional.of(PodTemplate.name(volume));
            }
        }
        return Optional.empty();
    }

    /** The volume that is to be overwritten, by where it is mounted. */
    private Optional<String> foundName(List<ObjectNode> containers) {
        if (!flags.overwrite) {
            return Optional.empty();
        }
        if (flags.mountPath.isEmpty()) {
            throw new CommandFailure("ambiguous --overwrite, specify --name or --mount-path");
        }
        List<String> names = containers.stream()
                .flatMap(container -> container.path("volumeMounts").valueStream())
                .filter(mount -> clean(mount.path("mountPath").asText("")).equals(clean(flags.mountPath)))
                .map(PodTemplate::name)
                .distinct()
                .toList();
        if (names.size() != 1) {
            throw new CommandFailure(
                    names.isEmpty()
                            ? "unable to find the volume for mount-path: " + flags.mountPath
                            : "found multiple volumes with same mount-path: " + flags.mountPath);
        }
        return Optional.of(names.getFirst());
    }

    private void put(PodTemplate template, String name, boolean mayBeThere) {
        ArrayNode volumes = Json.array();
        ObjectNode fresh = null;
        for (JsonNode old : template.spec().path("volumes")) {
            if (!PodTemplate.name(old).equals(name)) {
                volumes.add(old);
                continue;
            }
            if (!mayBeThere) {
                throw new CommandFailure("volume '" + name + "' already exists. Use --overwrite to replace");
            }
            fresh = flags.saysSource() || !claim.isEmpty() ? null : old.deepCopy();
        }
        if (fresh == null) {
            fresh = Json.object().put("name", name);
            fresh.setAll(flags.volumeSource(claim));
        }
        template.spec().set("volumes", volumes.add(fresh));
    }

    private void mount(ObjectNode container, String volume) {
        ArrayNode mounts = Json.array();
        for (JsonNode old : container.path("volumeMounts")) {
            boolean own = PodTemplate.name(old).equals(volume);
            boolean samePlace = clean(old.path("mountPath").asText("")).equals(clean(flags.mountPath));
            if (samePlace && !own) {
                throw new CommandFailure("volume mount '" + flags.mountPath + "' already exists for container '"
                        + PodTemplate.name(container) + "'");
            }
            if (!own || !flags.overwrite && !samePlace) {
                mounts.add(old);
            }
        }
        ObjectNode mount = mounts.addObject().put("name", volume).put("mountPath", clean(flags.mountPath));
        if (flags.readOnly) {
            mount.put("readOnly", true);
        }
        if (!flags.subPath.isEmpty()) {
            mount.put("subPath", clean(flags.subPath));
        }
        container.set("volumeMounts", mounts);
    }

    private static String clean(String path) {
        return Path.of(path).normalize().toString();
    }
}
