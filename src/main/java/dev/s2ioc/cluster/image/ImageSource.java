package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;

/**
 * An image of a registry that a project asks for.
 *
 * @param namespace whose secrets open the registry
 * @param name the pull spec
 * @param policy a tag's importPolicy
 * @param annotations of the tag, which may prefer a platform
 */
record ImageSource(String namespace, String name, JsonNode policy, JsonNode annotations) {
    private static final String PREFERENCE = "importer.image.openshift.io/prefer-";

    boolean insecure() {
        return policy.path("insecure").asBoolean();
    }

    /** Whether a list of images is to stay one, instead of becoming its image for one platform. */
    boolean keepsLists() {
        return Json.at(policy, "importMode").equals("PreserveOriginal");
    }

    String architecture() {
        String wanted = Json.at(annotations, PREFERENCE + "arch");
        String machine = System.getProperty("os.arch");
        return !wanted.isEmpty()
                ? wanted
                : machine.equals("aarch64") ? "arm64" : machine.equals("x86_64") ? "amd64" : machine;
    }

    String system() {
        String wanted = Json.at(annotations, PREFERENCE + "os");
        return wanted.isEmpty() ? "linux" : wanted;
    }
}
