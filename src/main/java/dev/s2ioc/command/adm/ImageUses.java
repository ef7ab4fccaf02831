package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.newapp.ImageReference;
import dev.s2ioc.print.Ages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which tags and images of image streams are used: by pods, by what makes pods, by builds and what makes builds. */
final class ImageUses {
    /** Where the types that make pods keep the pod's spec. */
    private static final Map<ResourceType, String> TEMPLATES = new LinkedHashMap<>();

    static {
        TEMPLATES.put(KnownTypes.REPLICATION_CONTROLLER, "/spec/template/spec");
        TEMPLATES.put(KnownTypes.DEPLOYMENT_CONFIG, "/spec/template/spec");
        TEMPLATES.put(KnownTypes.REPLICA_SET, "/spec/template/spec");
        TEMPLATES.put(KnownTypes.DEPLOYMENT, "/spec/template/spec");
        TEMPLATES.put(KnownTypes.DAEMON_SET, "/spec/template/spec");
        TEMPLATES.put(KnownTypes.STATEFUL_SET, "/spec/template/spec");
        TEMPLATES.put(KnownTypes.JOB, "/spec/template/spec");
        TEMPLATES.put(KnownTypes.CRON_JOB, "/spec/jobTemplate/spec/template/spec");
    }

    private final Set<String> used = new HashSet<>();
    private final List<String> unreadable = new ArrayList<>();

    private ImageUses() {}

    /**
     * Asks the server for everything that can use an image.
     *
     * @param after a pod that has ended uses its images if it was made later
     * @param lenient whether references that cannot be read do not matter
     */
    static ImageUses read(CommandContext context, Instant after, boolean lenient) {
        Resources resources = ClusterImages.scope(context);
        ImageUses uses = new ImageUses();
        for (JsonNode pod : ClusterImages.ifServed(KnownTypes.POD, resources)) {
            if (isAlive(pod) || isYoung(pod, after)) {
                uses.addPod("pod", pod, pod.path("spec"));
            }
        }
        TEMPLATES.forEach((type, template) -> ClusterImages.ifServed(type, resources)
                .forEach(object -> uses.addPod(type.singular(), object, object.at(template))));
        for (ResourceType type : List.of(KnownTypes.BUILD, KnownTypes.BUILD_CONFIG)) {
            ClusterImages.ifServed(type, resources).forEach(object -> uses.addBuild(type.singular(), object));
        }
        if (!uses.unreadable.isEmpty() && !lenient) {
            throw uses.failure(context);
        }
        return uses;
    }

    private static boolean isAlive(JsonNode pod) {
        String phase = pod.at("/status/phase").asText("");
        return phase.equals("Running") || phase.equals("Pending");
    }

    private static boolean isYoung(JsonNode object, Instant after) {
        return Ages.instant(object.at("/metadata/creationTimestamp").asText(""))
                .filter(created -> !created.isBefore(after))
                .isPresent();
    }

    boolean hasTag(String namespace, String stream, String tag) {
        return used.contains(namespace + "/" + stream + ":" + tag);
    }

    boolean hasImage(String namespace, String stream, String digest) {
        return used.contains(namespace + "/" + stream + "@" + digest);
    }

    private void addPod(String kind, JsonNode object, JsonNode spec) {
        for (JsonNode container : spec.path("initContainers")) {
            addContainer(kind, object, "init container ", container);
        }
        for (JsonNode container : spec.path("containers")) {
            addContainer(kind, object, "container ", container);
        }
    }

    private void addContainer(String kind, JsonNode object, String what, JsonNode container) {
        String name = what + container.path("name").asText();
        addPullSpec(who(kind, object) + ": " + name, container.path("image").asText(""));
    }

    private static String who(String kind, JsonNode object) {
        return kind + "/" + object.at("/metadata/name").asText() + " namespace="
                + object.at("/metadata/namespace").asText();
    }

    private void addPullSpec(String who, String image) {
        if (image.isBlank()) {
            return;
        }
        Optional<ImageReference> reference = ImageReference.parse(image);
        if (reference.isEmpty()) {
            unreadable.add(who + ": invalid image reference \"" + image + "\": invalid reference format");
            return;
        }
        // Whether it is this cluster's registry is not known: an image too many is kept then.
        ImageReference found = reference.get();
        if (found.registry().isPresent() && found.path().split("/").length == 2) {
            used.add(found.path()
                    + found.digest().map(digest -> "@" + digest).orElseGet(() -> ":" + found.tagOrLatest()));
        }
    }

    private void addBuild(String kind, JsonNode object) {
        String who = who(kind, object);
        String namespace = object.at("/metadata/namespace").asText();
        JsonNode spec = object.path("spec");
        for (String strategy : List.of("dockerStrategy", "sourceStrategy", "customStrategy")) {
            addObject(who, namespace, spec.path("strategy").path(strategy).path("from"));
        }
        for (JsonNode image : spec.at("/source/images")) {
            addObject(who, namespace, image.path("from"));
        }
    }

    private void addObject(String who, String namespace, JsonNode from) {
        String name = from.path("name").asText("");
        String kind = from.path("kind").asText("");
        switch (kind) {
            case "DockerImage" -> addPullSpec(who, name);
            case "ImageStreamTag", "ImageStreamImage" -> {
                if (name.matches(kind.equals("ImageStreamTag") ? "[^:@/]+:[^:@/]+" : "[^:@/]+@[^@/]+")) {
                    used.add(from.path("namespace").asText(namespace) + "/" + name);
                } else {
                    unreadable.add(who + ": invalid " + kind + " reference \"" + name + "\"");
                }
            }
            default -> {}
        }
    }

    private CommandFailure failure(CommandContext context) {
        StringBuilder told =
                new StringBuilder("Failed to build graph!\n\nThe following objects have invalid references:\n\n");
        unreadable.forEach(line -> told.append("  ").append(line).append('\n'));
        told.append("\nEither fix the references or delete the objects to make the pruner proceed.\n");
        context.streams().err().print(told);
        return new CommandFailure("failed to build graph - no changes made");
    }
}
