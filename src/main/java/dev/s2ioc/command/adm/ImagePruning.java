package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shortens the history of image streams, then removes the images that no stream has any more. */
final class ImagePruning {
    private static final int MOST_CONFLICTS = 5;

    private final CommandContext context;
    private final ImageRules rules;
    private final ClusterImages cluster;
    private final ImageUses uses;
    private final RegistryContent registry;
    private final boolean confirmed;
    private final boolean withRegistry;
    private final PruneSummary summary = new PruneSummary();
    private boolean failed;

    ImagePruning(
            CommandContext context,
            ImageRules rules,
            ClusterImages cluster,
            ImageUses uses,
            RegistryContent registry,
            boolean confirmed,
            boolean withRegistry) {
        this.context = context;
        this.rules = rules;
        this.cluster = cluster;
        this.uses = uses;
        this.registry = registry;
        this.confirmed = confirmed;
        this.withRegistry = withRegistry;
    }

    /** @param withImages whether images are removed too, which belong to all projects */
    void run(boolean withImages) throws InterruptedException {
        List<ObjectNode> left = new ArrayList<>();
        for (ObjectNode stream : cluster.streams()) {
            prune(stream).ifPresent(left::add);
        }
        if (withImages) {
            pruneImages(left);
        }
        context.streams().out().println("Summary: " + summary);
        if (failed) {
            throw new CommandFailure("not everything could be removed; what is left is removed by another run");
        }
    }

    /** The stream as it is then; empty if it is gone. */
    private Optional<ObjectNode> prune(ObjectNode seen) throws InterruptedException {
        if (rules.isYoung(seen.at("/metadata/creationTimestamp"))) {
            return Optional.of(seen);
        }
        String namespace = seen.at("/metadata/namespace").asText();
        String name = seen.at("/metadata/name").asText();
        for (int tries = 1; ; tries++) {
            String what = namespace + "/" + name;
            try {
                ObjectNode stream = tries == 1 ? seen.deepCopy() : fresh(namespace, name);
                List<String> removed = shorten(stream, namespace, name);
                if (removed.isEmpty()) {
                    return Optional.of(stream);
                }
                if (tries == 1) {
                    context.streams().out().println("Deleting " + removed.size() + " items from image stream " + what);
                }
                if (confirmed) {
                    in(namespace).update(KnownTypes.IMAGE_STREAM, name, Optional.of("status"), stream);
                }
                summary.stream(removed.size());
                removeContent(what, stream, removed);
                return Optional.of(stream);
            } catch (ApiException e) {
                if (e.isNotFound()) {
                    return Optional.empty();
                }
                if (e.code() != 409 || tries == MOST_CONFLICTS) {
                    fail("error updating image stream " + what + " to remove image references: " + e.getMessage());
                    return Optional.of(seen);
                }
            }
        }
    }

    private Resources in(String namespace) {
        return context.session().resources().in(namespace);
    }

    private ObjectNode fresh(String namespace, String name) {
        return (ObjectNode) in(namespace).get(KnownTypes.IMAGE_STREAM, name);
    }

    /** Removes from a stream's status what is not to be kept; answers the images that were in it. */
    private List<String> shorten(ObjectNode stream, String namespace, String name) {
        List<String> removed = new ArrayList<>();
        ArrayNode tags = Json.array();
        for (JsonNode tag : stream.at("/status/tags")) {
            ArrayNode items = Json.array();
            int revision = 0;
            for (JsonNode item : tag.path("items")) {
                if (keeps(item, revision++, tag.path("tag").asText(), namespace, name)) {
                    items.add(item);
                } else {
                    removed.add(item.path("image").asText());
                }
            }
            if (!items.isEmpty()) {
                tags.add(((ObjectNode) tag.deepCopy()).set("items", items));
            }
        }
        if (!removed.isEmpty()) {
            ((ObjectNode) stream.get("status")).set("tags", tags);
        }
        return removed;
    }

    private boolean keeps(JsonNode item, int revision, String tag, String namespace, String stream) {
        if (rules.isYoung(item.path("created")) || revision == 0 && uses.hasTag(namespace, stream, tag)) {
            return true;
        }
        String digest = item.path("image").asText();
        StoredImage image = cluster.images().get(digest);
        if (image == null) {
            return false;
        }
        boolean spared = rules.overSize() ? !cluster.exceedsLimit(image, namespace) : revision < rules.revisions();
        return spared || uses.hasImage(namespace, stream, digest);
    }

    /** Removes from a repository what its stream has no more. */
    private void removeContent(String repository, ObjectNode stream, List<String> removed) throws InterruptedException {
        if (!withRegistry) {
            return;
        }
        Set<String> keptImages = new HashSet<>();
        Set<String> keptBlobs = new HashSet<>();
        for (JsonNode item : stream.at("/status/tags").findValues("image")) {
            if (keptImages.add(item.asText())) {
                keepMembers(item.asText(), keptImages, keptBlobs);
            }
        }
        List<String> gone = removed.stream()
                .distinct()
                .filter(cluster.images()::containsKey)
                .filter(digest -> !keptImages.contains(digest))
                .toList();
        List<String> links = gone.stream()
                .flatMap(digest -> cluster.images().get(digest).blobs().stream())
                .distinct()
                .filter(blob -> !keptBlobs.contains(blob))
                .toList();
        summary.manifests(gone.size() - fail(registry.manifests(repository, gone)));
        summary.layerLinks(links.size() - fail(registry.layerLinks(repository, links)));
    }

    private void keepMembers(String digest, Set<String> keptImages, Set<String> keptBlobs) {
        StoredImage image = cluster.images().get(digest);
        if (image != null) {
            keptBlobs.addAll(image.blobs());
            for (String member : image.members()) {
                if (keptImages.add(member)) {
                    keepMembers(member, keptImages, keptBlobs);
                }
            }
        }
    }

    private void pruneImages(List<ObjectNode> streams) throws InterruptedException {
        Set<String> used = new HashSet<>();
        for (ObjectNode stream : streams) {
            for (JsonNode digest : stream.at("/status/tags").findValues("image")) {
                used.add(digest.asText());
            }
        }
        for (StoredImage image : cluster.images().values()) {
            if (used.contains(image.name())) {
                used.addAll(image.members());
            }
        }
        List<StoredImage> unused = cluster.images().values().stream()
                .filter(image -> !used.contains(image.name()))
                .filter(image -> rules.external() || image.isManaged())
                .filter(image -> !rules.isYoung(image.created()))
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        for (StoredImage image : cluster.images().values()) {
            counts.merge(image.name(), 1, Integer::sum);
            image.blobs().forEach(blob -> counts.merge(blob, 1, Integer::sum));
        }
        for (StoredImage image : unused) {
            remove(image, counts);
        }
    }

    private void remove(StoredImage image, Map<String, Integer> counts) throws InterruptedException {
        if (withRegistry) {
            List<String> blobs = new ArrayList<>();
            List<String> all = new ArrayList<>(image.blobs());
            all.add(image.name());
            for (String blob : all) {
                if (counts.merge(blob, -1, Integer::sum) == 0) {
                    blobs.add(blob);
                }
            }
            int failures = fail(registry.blobs(blobs));
            summary.blobs(blobs.size() - failures);
            if (failures > 0 && failures == blobs.size()) {
                return;
            }
        }
        context.streams().out().println("Deleting image " + image.name());
        try {
            if (confirmed) {
                context.session().resources().delete(KnownTypes.IMAGE, image.name(), Json.object());
            }
            summary.image();
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                fail("error deleting image " + image.name() + " from server: " + e.getMessage());
            }
        }
    }

    private int fail(List<String> failures) {
        failures.forEach(this::fail);
        return failures.size();
    }

    private void fail(String failure) {
        failed = true;
        context.streams().err().println(failure);
    }
}
