package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An object of a project as it would be written by hand: without what servers set, and without its project's name. */
final class ExportedObject {
    private static final List<String> METADATA = List.of(
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "generation",
            "managedFields",
            "namespace",
            "resourceVersion",
            "selfLink",
            "uid");
    private static final Set<String> STANDARD_ACCOUNTS = Set.of("builder", "default", "deployer");
    private static final Set<String> GIVEN_MAPS = Set.of("kube-root-ca.crt", "openshift-service-ca.crt");
    private static final Set<String> GIVEN_SECRETS =
            Set.of("kubernetes.io/dockercfg", "kubernetes.io/service-account-token");

    /** OpenShift before 4.16, and since. */
    private static final List<String> ACCOUNT_OF_SECRET =
            List.of("kubernetes.io/service-account.name", "openshift.io/internal-registry-auth-token.service-account");

    private static final String SECRET_OF_ACCOUNT = "openshift.io/internal-registry-pull-secret-ref";
    private static final List<String> SERVICE_ADDRESSES =
            List.of("clusterIP", "clusterIPs", "healthCheckNodePort", "ipFamilies", "ipFamilyPolicy");

    private static final List<String> GIVEN_WITH_VOLUME = List.of(
            "pv.kubernetes.io/bind-completed",
            "pv.kubernetes.io/bound-by-controller",
            "volume.kubernetes.io/storage-provisioner",
            "volume.beta.kubernetes.io/storage-provisioner",
            "volume.kubernetes.io/selected-node");

    private static final Pattern GENERATED = Pattern.compile("(dockercfg|token)-[a-z0-9]{5}");

    private final ObjectNode object;

    private ExportedObject(ObjectNode object) {
        this.object = object;
    }

    /** Empty for what every project has of itself, or a controller has made. */
    static Optional<ObjectNode> of(JsonNode stored) {
        ExportedObject exported = new ExportedObject(stored.deepCopy());
        exported.clean();
        return exported.isGiven(stored) ? Optional.empty() : Optional.of(exported.object);
    }

    private void clean() {
        String namespace = object.path("metadata").path("namespace").asText();
        ((ObjectNode) object.path("metadata")).remove(METADATA);
        object.remove("status");
        ObjectNode spec = object.path("spec") instanceof ObjectNode found ? found : null;
        switch (object.path("kind").asText()) {
            case "ServiceAccount" -> {
                forgetTokens("secrets");
                forgetTokens("imagePullSecrets");
                forgetAnnotation(SECRET_OF_ACCOUNT);
            }
            case "Service" -> spec.remove(SERVICE_ADDRESSES);
            case "PersistentVolumeClaim" -> forgetVolume(spec);
            case "BuildConfig" -> {
                spec.findParents("lastTriggeredImageID")
                        .forEach(each -> ((ObjectNode) each).remove("lastTriggeredImageID"));
                makeLocal(spec, namespace);
            }
            case "ImageStream" -> {
                spec.path("tags").forEach(tag -> ((ObjectNode) tag).remove("generation"));
                makeLocal(spec, namespace);
            }
            default -> {
                // Nothing that only this kind has.
            }
        }
    }

    /** Tokens and registry passwords of service accounts are made anew in each project. */
    private void forgetTokens(String list) {
        String own = object.path("metadata").path("name").asText() + "-";
        if (object.get(list) instanceof ArrayNode names) {
            for (int i = names.size() - 1; i >= 0; i--) {
                String name = names.path(i).path("name").asText();
                if (name.startsWith(own)
                        && GENERATED.matcher(name.substring(own.length())).matches()) {
                    names.remove(i);
                }
            }
            if (names.isEmpty()) {
                object.remove(list);
            }
        }
    }

    /** Where a claim is made, it is given a volume of what there is. */
    private void forgetVolume(ObjectNode spec) {
        spec.remove(List.of("volumeName", "storageClassName"));
        ((ObjectNode) object.path("metadata")).remove("finalizers");
        GIVEN_WITH_VOLUME.forEach(this::forgetAnnotation);
    }

    private void forgetAnnotation(String name) {
        if (object.path("metadata").get("annotations") instanceof ObjectNode annotations) {
            annotations.remove(name);
            if (annotations.isEmpty()) {
                ((ObjectNode) object.path("metadata")).remove("annotations");
            }
        }
    }

    /** A reference to the project itself means the same without its name, and still does in another project. */
    private static void makeLocal(ObjectNode spec, String namespace) {
        for (JsonNode each : spec.findParents("namespace")) {
            if (each.path("namespace").asText().equals(namespace) && each.has("kind")) {
                ((ObjectNode) each).remove("namespace");
            }
        }
    }

    private boolean isGiven(JsonNode stored) {
        JsonNode metadata = stored.path("metadata");
        String name = metadata.path("name").asText();
        boolean owned = metadata.path("ownerReferences")
                .valueStream()
                .anyMatch(owner -> owner.path("controller").asBoolean());
        return owned
                || metadata.has("deletionTimestamp")
                || switch (stored.path("kind").asText()) {
                    case "ConfigMap" -> GIVEN_MAPS.contains(name);
                    case "Secret" ->
                        GIVEN_SECRETS.contains(stored.path("type").asText())
                                && ACCOUNT_OF_SECRET.stream().anyMatch(metadata.path("annotations")::has);
                    case "ServiceAccount" ->
                        STANDARD_ACCOUNTS.contains(name) && !object.has("secrets") && !object.has("imagePullSecrets");
                    case "RoleBinding" -> name.equals("admin") || name.startsWith("system:");
                    default -> false;
                };
    }
}
