package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.SelectionException;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.print.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The image streams, the images of the whole cluster, and how large images of a project may be.
 *
 * @param limits the least limit of each project that has one
 */
record ClusterImages(List<ObjectNode> streams, Map<String, StoredImage> images, Map<String, BigDecimal> limits) {

    /** @param withLimits whether limits matter */
    static ClusterImages read(CommandContext context, boolean withLimits) {
        Resources resources = scope(context);
        List<ObjectNode> streams = new ArrayList<>();
        resources.list(KnownTypes.IMAGE_STREAM).path("items").forEach(stream -> streams.add((ObjectNode) stream));
        Map<String, StoredImage> images = new LinkedHashMap<>();
        context.session().resources().list(KnownTypes.IMAGE).path("items").forEach(object -> {
            StoredImage image = new StoredImage(object);
            images.put(image.name(), image);
        });
        return new ClusterImages(streams, images, withLimits ? limits(resources) : Map.of());
    }

    /** One project if one was named, else all of them. */
    static Resources scope(CommandContext context) {
        Resources all = context.session().resources();
        return context.flags().givenNamespace().map(all::in).orElseGet(all::inAllNamespaces);
    }

    /** The objects of a type; none where the server does not know it. */
    static JsonNode ifServed(ResourceType type, Resources resources) {
        try {
            return resources.list(type).path("items");
        } catch (SelectionException e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
            }
            throw e;
        }
    }

    private static Map<String, BigDecimal> limits(Resources resources) {
        Map<String, BigDecimal> limits = new HashMap<>();
        ResourceType type = KnownTypes.named("limitranges").orElseThrow();
        for (JsonNode range : ifServed(type, resources)) {
            for (JsonNode limit : range.at("/spec/limits")) {
                if (limit.path("type").asText().equals("openshift.io/Image")) {
                    Quantity.value(limit.path("max").path("storage").asText(""))
                            .ifPresent(most ->
                                    limits.merge(range.at("/metadata/namespace").asText(), most, BigDecimal::min));
                }
            }
        }
        return limits;
    }

    boolean exceedsLimit(StoredImage image, String namespace) {
        return Optional.ofNullable(limits.get(namespace))
                .filter(limit -> limit.compareTo(BigDecimal.valueOf(image.size())) < 0)
                .isPresent();
    }

    /** The registry that the cluster's images are in: as the world reaches it, if a stream says so. */
    Optional<String> registry() {
        Optional<String> published = streams.stream()
                .map(stream -> stream.at("/status/publicDockerImageRepository").asText(""))
                .filter(repository -> !repository.isEmpty())
                .findFirst();
        return published
                .or(this::registryOfNewestImage)
                .or(() -> streams.stream()
                        .map(stream ->
                                stream.at("/status/dockerImageRepository").asText(""))
                        .filter(repository -> !repository.isEmpty())
                        .findFirst())
                .map(repository -> repository.replaceFirst("/.*", ""));
    }

    private Optional<String> registryOfNewestImage() {
        return images.values().stream()
                .filter(StoredImage::isManaged)
                .max(Comparator.comparing(image -> image.created().asText()))
                .map(image -> image.object().path("dockerImageReference").asText());
    }
}
