package dev.s2ioc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images that objects of the cluster name by digest: image streams, and what would start a container of them again. */
final class UsedImages {
    private static final Pattern DIGEST = Pattern.compile("sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128}");
    private static final String STREAMS = "imagestreams.image.openshift.io";

    /** OpenShift's pruner looks at the same. */
    private static final List<String> USERS = List.of(
            "builds.build.openshift.io",
            "buildconfigs.build.openshift.io",
            "deploymentconfigs.apps.openshift.io",
            "replicationcontrollers",
            "pods",
            "deployments.apps",
            "replicasets.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "jobs.batch",
            "cronjobs.batch");

    private final Store store;

    UsedImages(Store store) {
        this.store = store;
    }

    Set<String> digests() {
        Set<String> found = new HashSet<>();
        store.list(STREAMS, "").forEach(stream -> {
            add(stream.path("spec"), found);
            add(stream.path("status"), found);
        });
        // What a build has made is its stream's to keep.
        USERS.forEach(resource -> store.list(resource, "").forEach(object -> add(object.path("spec"), found)));
        return found;
    }

    private static void add(JsonNode node, Set<String> found) {
        if (node.isTextual()) {
            Matcher matcher = DIGEST.matcher(node.asText());
            while (matcher.find()) {
                found.add(matcher.group());
            }
        }
        node.forEach(child -> add(child, found));
    }
}
