package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.CommandFailure;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Lists the volumes of pod templates: what each is, and where it is mounted. */
final class VolumeListing {
    private final Resources resources;
    private final PrintStream out;

    VolumeListing(Resources resources, PrintStream out) {
        this.resources = resources;
        this.out = out;
    }

    /** @param name of the only volume that is wanted; empty for all */
    void list(PodTemplate template, List<ObjectNode> containers, String name) {
        Subject subject = template.subject();
        out.println(subject.type().kind() + " " + subject.name());
        boolean found = false;
        for (JsonNode volume : template.spec().path("volumes")) {
            String own = PodTemplate.name(volume);
            if (name.isEmpty() || own.equals(name)) {
                found = true;
                out.println("  " + source(volume, subject) + " as " + own);
                containers.forEach(container ->
                        mounts(container, own, template.containers("*").size() > 1));
            }
        }
        if (!found && !name.isEmpty()) {
            throw new CommandFailure("volume \"" + name + "\" not found in " + subject.label());
        }
    }

    private void mounts(ObjectNode container, String volume, boolean several) {
        for (JsonNode mount : container.path("volumeMounts")) {
            if (PodTemplate.name(mount).equals(volume)) {
                out.println("    mounted at " + mount.path("mountPath").asText()
                        + (several ? " in container " + PodTemplate.name(container) : ""));
            }
        }
    }

    private String source(JsonNode volume, Subject subject) {
        for (Map.Entry<String, JsonNode> field : volume.properties()) {
            JsonNode source = field.getValue();
            String readOnly = source.path("readOnly").asBoolean() ? " read-only" : "";
            switch (field.getKey()) {
                case "name" -> {}
                case "emptyDir" -> {
                    return "empty directory";
                }
                case "hostPath" -> {
                    return "host path " + source.path("path").asText();
                }
                case "secret" -> {
                    return "secret/" + source.path("secretName").asText();
                }
                case "configMap" -> {
                    return "configMap/" + source.path("name").asText();
                }
                case "nfs" -> {
                    return "NFS " + source.path("server").asText() + ":"
                            + source.path("path").asText() + readOnly;
                }
                case "persistentVolumeClaim" -> {
                    String claim = source.path("claimName").asText();
                    return "pvc/" + claim + readOnly + " (" + state(claim, subject) + ")";
                }
                default -> {
                    return field.getKey() + " " + source;
                }
            }
        }
        return "unknown";
    }

    private String state(String name, Subject subject) {
        try {
            Resources there = subject.namespace().map(resources::in).orElse(resources);
            JsonNode claim = there.get(KnownTypes.PERSISTENT_VOLUME_CLAIM, name);
            boolean waiting = claim.at("/spec/volumeName").asText("").isEmpty();
            String size = claim.at(waiting ? "/spec/resources/requests/storage" : "/status/capacity/storage")
                    .asText("");
            if (waiting) {
                return size.isEmpty() ? "waiting to allocate" : "waiting for " + size + "B allocation";
            }
            return size.isEmpty() ? "allocated unknown size" : "allocated " + size + "B";
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return "does not exist";
            }
            throw e;
        }
    }
}
