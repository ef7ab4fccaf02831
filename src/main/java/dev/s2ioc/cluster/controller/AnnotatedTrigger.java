package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An image stream tag that a workload follows, as the annotation {@code image.openshift.io/triggers} says it.
 *
 * @param stream with the namespace in which it is
 * @param fieldPath the container whose image the tag is
 */
record AnnotatedTrigger(String namespace, String stream, String tag, String fieldPath) {
    static final String ANNOTATION = "image.openshift.io/triggers";

    private static final Pattern PATH = Pattern.compile(
            "(?<way>[A-Za-z.]+)\\.(?<list>containers|initContainers)\\[(?:(?<index>[0-9]+)|"
                    + "\\?\\(?@\\.name\\s*==\\s*[\"'](?<name>[^\"']+)[\"']\\)?|@name==[\"']?(?<other>[^\"'\\]]+)[\"']?)\\]\\.image");

    /** Those that are in force; what cannot be read triggers nothing, as on OpenShift. */
    static List<AnnotatedTrigger> of(JsonNode workload) {
        String text = Json.at(workload.path("metadata").path("annotations"), ANNOTATION);
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            return Json.parse(text)
                    .valueStream()
                    .flatMap(each -> of(each, Json.at(workload, "metadata", "namespace")))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Stream<AnnotatedTrigger> of(JsonNode each, String own) {
        JsonNode from = each.path("from");
        boolean paused =
                each.path("paused").asBoolean() || Json.at(each, "paused").equals("true");
        if (paused || !Json.at(from, "kind").equals("ImageStreamTag")) {
            return Stream.empty();
        }
        String[] name = Json.at(from, "name").split(":", 2);
        String namespace = Json.at(from, "namespace");
        return Stream.of(new AnnotatedTrigger(
                namespace.isEmpty() ? own : namespace,
                name[0],
                name.length == 2 ? name[1] : "latest",
                Json.at(each, "fieldPath")));
    }

    /** The container that the path leads to. */
    Optional<ObjectNode> container(JsonNode workload) {
        Matcher matcher = PATH.matcher(fieldPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        JsonNode containers = workload;
        for (String step : (matcher.group("way") + "." + matcher.group("list")).split("\\.")) {
            containers = containers.path(step);
        }
        JsonNode found = matcher.group("index") != null
                ? containers.path(Integer.parseInt(matcher.group("index")))
                : named(containers, matcher.group("name") != null ? matcher.group("name") : matcher.group("other"));
        return found instanceof ObjectNode container ? Optional.of(container) : Optional.empty();
    }

    private static JsonNode named(JsonNode containers, String name) {
        return containers
                .valueStream()
                .filter(each -> Json.at(each, "name").equals(name))
                .findFirst()
                .orElse(Json.array());
    }
}
