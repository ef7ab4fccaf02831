package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says what is served: in one document for clients that know that form, else document by document. */
final class Discovery {
    private static final List<String> AGGREGATED_VERSIONS = List.of("v2", "v2beta1");

    private final Kinds kinds;

    Discovery(Kinds kinds) {
        this.kinds = kinds;
    }

    /** {@code /api} or {@code /apis}. */
    void serveRoot(Exchange exchange, boolean core) {
        for (Accept.Range range : Accept.Range.of(exchange.header("Accept").orElse(""))) {
            Map<String, String> parameters = range.parameters();
            String version = parameters.getOrDefault("v", "");
            if (range.isJson()
                    && parameters.getOrDefault("as", "").equals("APIGroupDiscoveryList")
                    && AGGREGATED_VERSIONS.contains(version)) {
                exchange.jsonAs(
                        "application/json;g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList",
                        aggregated(core, version));
                return;
            }
            if ((range.isJson() || range.isYaml()) && !parameters.containsKey("as")) {
                exchange.json(200, core ? versions() : groups());
                return;
            }
        }
        throw Accept.notAcceptable("only the following media types are accepted: application/json, application/yaml");
    }

    /** Where the documents are. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>(Set.of("/api", "/apis"));
        for (Resource resource : kinds.all()) {
            Type type = resource.type();
            if (!type.group().isEmpty()) {
                paths.add("/apis/" + type.group());
            }
            paths.add((type.group().isEmpty() ? "/api/" : "/apis/") + type.apiVersion());
        }
        return paths;
    }

    private static ObjectNode versions() {
        ObjectNode versions = Json.object();
        versions.put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private ObjectNode groups() {
        ObjectNode list = Json.object();
        list.put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        byGroup(false).forEach((group, resources) -> groups.add(group(group, resources)));
        return list;
    }

    ObjectNode group(String group) {
        List<Resource> resources = byGroup(false).get(group);
        if (resources == null) {
            throw StatusException.noSuchPath();
        }
        ObjectNode found = Json.object();
        found.put("kind", "APIGroup").put("apiVersion", "v1");
        return found.setAll(group(group, resources));
    }

    private static ObjectNode group(String group, Collection<Resource> resources) {
        ObjectNode found = Json.object().put("name", group);
        ArrayNode versions = found.putArray("versions");
        Set<String> names = new LinkedHashSet<>();
        resources.forEach(resource -> names.add(resource.type().version()));
        names.forEach(name ->
                versions.addObject().put("groupVersion", group + "/" + name).put("version", name));
        found.set("preferredVersion", versions.get(0));
        return found;
    }

    /** {@code /api/v1} or {@code /apis/GROUP/VERSION}. */
    ObjectNode resources(String group, String version) {
        ObjectNode list = Json.object();
        list.put("kind", "APIResourceList").put("apiVersion", "v1");
        list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
        ArrayNode resources = list.putArray("resources");
        for (Resource resource : kinds.all()) {
            Type type = resource.type();
            if (type.group().equals(group) && type.version().equals(version)) {
                plain(resources.addObject(), type, verbs(resource));
                kinds.subresources(type).forEach(sub -> plain(resources.addObject(), type, sub));
            }
        }
        if (resources.isEmpty()) {
            throw StatusException.noSuchPath();
        }
        return list;
    }

    private static void plain(ObjectNode entry, Type type, Subresource sub) {
        entry.put("name", type.plural() + "/" + sub.name()).put("singularName", "");
        entry.put("namespaced", type.namespaced());
        sub.apiVersion()
                .ifPresent(apiVersion -> entry.put("group", groupOf(apiVersion)).put("version", versionOf(apiVersion)));
        entry.put("kind", sub.kind()).set("verbs", verbs(sub.verbs()));
    }

    private static String groupOf(String apiVersion) {
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }

    private static String versionOf(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    private static void plain(ObjectNode entry, Type type, ArrayNode verbs) {
        entry.put("name", type.plural()).put("singularName", type.singular());
        entry.put("namespaced", type.namespaced()).put("kind", type.kind());
        entry.set("verbs", verbs);
        texts(entry, "shortNames", type.shortNames());
        texts(entry, "categories", type.categories());
    }

    private ObjectNode aggregated(boolean core, String version) {
        ObjectNode list = Json.object();
        list.put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/" + version);
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        byGroup(core).forEach((group, resources) -> {
            ObjectNode item = items.addObject();
            ObjectNode metadata = item.putObject("metadata");
            if (!group.isEmpty()) {
                metadata.put("name", group);
            }
            metadata.putNull("creationTimestamp");
            ArrayNode versions = item.putArray("versions");
            Set<String> names = new LinkedHashSet<>();
            resources.forEach(resource -> names.add(resource.type().version()));
            names.forEach(name -> {
                ObjectNode entry = versions.addObject().put("version", name);
                ArrayNode array = entry.putArray("resources");
                resources.stream()
                        .filter(resource -> resource.type().version().equals(name))
                        .forEach(resource -> aggregated(array.addObject(), resource));
                entry.put("freshness", "Current");
            });
        });
        return list;
    }

    private void aggregated(ObjectNode entry, Resource resource) {
        Type type = resource.type();
        entry.put("resource", type.plural());
        responseKind(entry, type.group(), type.version(), type.kind());
        entry.put("scope", type.namespaced() ? "Namespaced" : "Cluster");
        entry.put("singularResource", type.singular());
        entry.set("verbs", verbs(resource));
        texts(entry, "shortNames", type.shortNames());
        texts(entry, "categories", type.categories());
        Collection<Subresource> subresources = kinds.subresources(type);
        if (!subresources.isEmpty()) {
            ArrayNode array = entry.putArray("subresources");
            subresources.forEach(subresource -> {
                ObjectNode inner = array.addObject().put("subresource", subresource.name());
                String apiVersion = subresource.apiVersion().orElse(type.apiVersion());
                responseKind(inner, groupOf(apiVersion), versionOf(apiVersion), subresource.kind());
                inner.set("verbs", verbs(subresource.verbs()));
            });
        }
    }

    private static void responseKind(ObjectNode entry, String group, String version, String kind) {
        entry.putObject("responseKind")
                .put("group", group)
                .put("version", version)
                .put("kind", kind);
    }

    private Map<String, List<Resource>> byGroup(boolean core) {
        Map<String, List<Resource>> groups = new TreeMap<>(GroupOrder.BY_PRIORITY);
        for (Resource resource : kinds.all()) {
            if (resource.type().group().isEmpty() == core) {
                groups.computeIfAbsent(resource.type().group(), none -> new ArrayList<>())
                        .add(resource);
            }
        }
        return groups;
    }

    private static ArrayNode verbs(Resource resource) {
        return verbs(resource.verbs());
    }

    private static ArrayNode verbs(Set<Verb> verbs) {
        ArrayNode array = Json.array();
        new TreeSet<>(verbs).forEach(verb -> array.add(verb.name()));
        return array;
    }

    private static void texts(ObjectNode entry, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = entry.putArray(field);
            values.forEach(array::add);
        }
    }
}
