package dev.s2ioc.cluster.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.Map;

/** The least that a valid object of each kind says, beside its name. */
final class Samples {
    private static final String CONFIG = """
            {"spec":{"source":{"dockerfile":"FROM scratch"},"strategy":{"dockerStrategy":{}},
              "triggers":[{"type":"Generic","generic":{"secret":"s3cret"}}]}}""";
    /** One that has ended, so that nobody works on it; it had its turn, and therefore has a pod. */
    private static final String BUILD = """
            {"spec":{"source":{"dockerfile":"FROM scratch"},"strategy":{"dockerStrategy":{}}},
              "status":{"phase":"Complete","startTimestamp":"2026-01-02T03:04:05Z",
                "completionTimestamp":"2026-01-02T03:04:06Z"}}""";

    private static final String TEMPLATE = """
            "template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}""";

    private static final String TAG = """
            {"from":{"kind":"ImageStreamTag","name":"base:latest"}}""";

    private static final String IMAGE = """
            {"dockerImageReference":"example.com/a/b@%s"}""".formatted("sha256:" + "ab".repeat(32));

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("services", "{\"spec\":{\"ports\":[{\"port\":80}]}}"),
            Map.entry("endpoints", "{}"),
            Map.entry("endpointslices.discovery.k8s.io", "{\"addressType\":\"IPv4\",\"endpoints\":[]}"),
            Map.entry("namespaces", "{}"),
            Map.entry("deployments.apps", workload("")),
            Map.entry("replicasets.apps", workload("")),
            Map.entry("statefulsets.apps", workload("")),
            Map.entry(
                    "daemonsets.apps",
                    workload("")
                            .replace("\"replicas\":0,", "")
                            .replace("{\"containers\"", "{\"schedulerName\":\"none\",\"containers\"")),
            Map.entry("controllerrevisions.apps", "{\"data\":{},\"revision\":1}"),
            Map.entry(
                    "persistentvolumeclaims",
                    "{\"spec\":{\"accessModes\":[\"ReadWriteOnce\"],\"resources\":{\"requests\":{\"storage\":\"1Gi\"}}}}"),
            Map.entry("replicationcontrollers", "{\"spec\":{\"replicas\":0," + TEMPLATE + "}}"),
            Map.entry("deploymentconfigs.apps.openshift.io", "{\"spec\":{\"replicas\":0," + TEMPLATE + "}}"),
            Map.entry(
                    "jobs.batch",
                    "{\"spec\":{\"suspend\":true,"
                            + TEMPLATE.replace("\"containers\"", "\"restartPolicy\":\"Never\",\"containers\"") + "}}"),
            Map.entry(
                    "cronjobs.batch",
                    "{\"spec\":{\"suspend\":true,\"schedule\":\"@daily\",\"jobTemplate\":{\"spec\":{"
                            + TEMPLATE.replace("\"containers\"", "\"restartPolicy\":\"Never\",\"containers\"")
                            + "}}}}"),
            Map.entry("horizontalpodautoscalers.autoscaling", """
                    {"spec":{"maxReplicas":3,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"none"}}}"""),
            Map.entry("configmaps", "{\"data\":{\"a\":\"1\"}}"),
            Map.entry("secrets", "{\"stringData\":{\"a\":\"1\"}}"),
            Map.entry("serviceaccounts", "{}"),
            // A scheduler that is not there: nothing runs it, so that it stays as it is.
            Map.entry(
                    "pods",
                    "{\"spec\":{\"schedulerName\":\"none\",\"containers\":[{\"name\":\"c\",\"image\":\"example.com/a\"}]}}"),
            Map.entry("events", "{\"involvedObject\":{\"kind\":\"Pod\",\"namespace\":\"conform\",\"name\":\"p\"}}"),
            Map.entry("selfsubjectreviews.authentication.k8s.io", "{}"),
            Map.entry("selfsubjectaccessreviews.authorization.k8s.io", """
                    {"spec":{"resourceAttributes":{"verb":"get","resource":"secrets","namespace":"conform"}}}"""),
            Map.entry("selfsubjectrulesreviews.authorization.k8s.io", "{\"spec\":{\"namespace\":\"conform\"}}"),
            Map.entry("subjectaccessreviews.authorization.k8s.io", """
                    {"spec":{"user":"developer","nonResourceAttributes":{"verb":"get","path":"/api"}}}"""),
            Map.entry("localsubjectaccessreviews.authorization.k8s.io", """
                    {"spec":{"user":"developer",
                      "resourceAttributes":{"verb":"get","resource":"secrets","namespace":"conform"}}}"""),
            Map.entry("subjectaccessreviews.authorization.openshift.io", "{\"verb\":\"get\",\"resource\":\"pods\"}"),
            Map.entry(
                    "localsubjectaccessreviews.authorization.openshift.io", "{\"verb\":\"get\",\"resource\":\"pods\"}"),
            Map.entry("resourceaccessreviews.authorization.openshift.io", "{\"verb\":\"get\",\"resource\":\"pods\"}"),
            Map.entry(
                    "localresourceaccessreviews.authorization.openshift.io",
                    "{\"verb\":\"get\",\"resource\":\"pods\"}"),
            Map.entry("clusterroles.rbac.authorization.k8s.io", "{\"rules\":[]}"),
            Map.entry("roles.rbac.authorization.k8s.io", "{\"rules\":[]}"),
            Map.entry(
                    "clusterrolebindings.rbac.authorization.k8s.io",
                    "{\"roleRef\":{\"kind\":\"ClusterRole\",\"name\":\"view\"}}"),
            Map.entry(
                    "rolebindings.rbac.authorization.k8s.io",
                    "{\"roleRef\":{\"kind\":\"ClusterRole\",\"name\":\"view\"}}"),
            Map.entry("routes.route.openshift.io", "{\"spec\":{\"to\":{\"name\":\"s\"}}}"),
            Map.entry("oauthaccesstokens.oauth.openshift.io", "{\"userName\":\"developer\"}"),
            Map.entry("projects.project.openshift.io", "{}"),
            Map.entry("projectrequests.project.openshift.io", "{}"),
            Map.entry("buildconfigs.build.openshift.io", CONFIG),
            Map.entry("builds.build.openshift.io", BUILD),
            Map.entry("images.image.openshift.io", IMAGE),
            Map.entry("imagestreams.image.openshift.io", "{}"),
            Map.entry("imagestreamtags.image.openshift.io", "{\"tag\":" + TAG + "}"),
            Map.entry(
                    "imagetags.image.openshift.io",
                    "{\"spec\":" + TAG.replaceFirst("\\{", "{\"name\":\"latest\",") + "}"),
            Map.entry("imagestreamimports.image.openshift.io", """
                    {"spec":{"import":false,"images":[{"from":{"kind":"DockerImage","name":"127.0.0.1:1/a/b:latest"}}]}}"""),
            Map.entry("imagestreammappings.image.openshift.io", """
                    {"tag":"latest","image":{"metadata":{"name":"%s"},"dockerImageReference":"example.com/a/b"}}""".formatted("sha256:" + "ab".repeat(32))),
            Map.entry("templates.template.openshift.io", "{\"objects\":[]}"),
            Map.entry("processedtemplates.template.openshift.io", "{\"objects\":[]}"));

    private Samples() {}

    /** Something that makes pods, but wants none. */
    private static String workload(String more) {
        return "{\"spec\":{\"replicas\":0,\"selector\":{\"matchLabels\":{\"a\":\"b\"}}," + more + TEMPLATE + "}}";
    }

    /** A valid object of that name. */
    static ObjectNode of(Advertised resource, String name) {
        String body = BODIES.get(resource.resource());
        if (body == null) {
            throw new AssertionError(resource.resource() + " is served, but there is no sample of it: add one here");
        }
        try {
            ObjectNode object = (ObjectNode) Json.parse(body);
            object.put("kind", resource.kind()).put("apiVersion", resource.group());
            Json.child(object, "metadata").put("name", name);
            return object;
        } catch (IOException e) {
            throw new AssertionError(resource.resource(), e);
        }
    }

    /** Where such an object has texts that anybody may change: beside its metadata, an image tag keeps those of its tag. */
    static String texts(Advertised resource) {
        return resource.plural().equals("imagetags") ? "/spec/annotations" : "/metadata/annotations";
    }

    /** A name that such an object can have. */
    static String name(Advertised resource, String word) {
        return switch (resource.plural()) {
            case "imagestreamtags", "imagetags" -> word + "-" + resource.plural() + ":latest";
            case "imagestreamimages" -> word + "@sha256:" + "ab".repeat(32);
            default -> word + "-" + resource.plural();
        };
    }

    /** A build that has a pod. */
    static String buildWithPod(String word) {
        return BUILD.replaceFirst("\\{", "{\"metadata\":{\"name\":\"" + word + "\"},");
    }
}
