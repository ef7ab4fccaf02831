package dev.s2ioc.cluster.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A resource as discovery tells of it.
 *
 * @param group with its version, as in manifests
 * @param subresources their verbs
 */
record Advertised(
        String root,
        String group,
        String plural,
        String kind,
        boolean namespaced,
        Set<String> verbs,
        Map<String, Set<String>> subresources) {

    static Advertised of(String root, JsonNode resource, JsonNode all) {
        String plural = Json.at(resource, "name");
        Map<String, Set<String>> subresources = new TreeMap<>();
        for (JsonNode other : all) {
            if (Json.at(other, "name").startsWith(plural + "/")) {
                subresources.put(Json.at(other, "name").substring(plural.length() + 1), verbs(other));
            }
        }
        return new Advertised(
                root,
                root.replaceFirst("^/apis?/", ""),
                plural,
                Json.at(resource, "kind"),
                resource.path("namespaced").asBoolean(),
                verbs(resource),
                subresources);
    }

    private static Set<String> verbs(JsonNode resource) {
        Set<String> verbs = new TreeSet<>();
        resource.path("verbs").forEach(verb -> verbs.add(verb.asText()));
        return verbs;
    }

    /** {@code builds.build.openshift.io}, or {@code secrets}. */
    String resource() {
        return group.contains("/") ? plural + "." + group.split("/")[0] : plural;
    }

    String collection() {
        return root + (namespaced ? "/namespaces/" + WholeCluster.NAMESPACE + "/" : "/") + plural;
    }

    boolean can(String... wanted) {
        return verbs.containsAll(Set.of(wanted));
    }
}
