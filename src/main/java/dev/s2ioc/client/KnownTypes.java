package dev.s2ioc.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The resource types that every OpenShift has, so that {@code get is} needs no discovery round trip. Names and short names
 * are part of the public API; what is not listed here is asked of the server. A server that lacks one of them says so when
 * it is asked for its objects; {@link Resources} then asks for the types it does have.
 */
public final class KnownTypes {
    private static final List<String> ALL_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final String BUILD_GROUP = "build.openshift.io";
    private static final String IMAGE_GROUP = "image.openshift.io";
    private static final String RBAC_GROUP = "rbac.authorization.k8s.io";

    public static final ResourceType BUILD_CONFIG = namespaced(BUILD_GROUP, "buildconfigs", "BuildConfig", "bc");
    public static final ResourceType BUILD = namespaced(BUILD_GROUP, "builds", "Build");
    public static final ResourceType IMAGE_STREAM = namespaced(IMAGE_GROUP, "imagestreams", "ImageStream", "is");
    public static final ResourceType IMAGE_STREAM_TAG =
            namespaced(IMAGE_GROUP, "imagestreamtags", "ImageStreamTag", "istag");
    public static final ResourceType IMAGE_STREAM_IMAGE =
            namespaced(IMAGE_GROUP, "imagestreamimages", "ImageStreamImage", "isimage");
    /** Can only be created, so no user's word means it. */
    public static final ResourceType IMAGE_STREAM_IMPORT =
            namespaced(IMAGE_GROUP, "imagestreamimports", "ImageStreamImport");

    public static final ResourceType IMAGE_TAG = namespaced(IMAGE_GROUP, "imagetags", "ImageTag", "itag");
    public static final ResourceType IMAGE = clusterScoped(IMAGE_GROUP, "images", "Image");
    public static final ResourceType PROJECT = clusterScoped("project.openshift.io", "projects", "Project");
    public static final ResourceType ROUTE = namespaced("route.openshift.io", "routes", "Route");
    public static final ResourceType TEMPLATE = namespaced("template.openshift.io", "templates", "Template");
    public static final ResourceType DEPLOYMENT_CONFIG =
            namespaced("apps.openshift.io", "deploymentconfigs", "DeploymentConfig", "dc");
    public static final ResourceType NAMESPACE = clusterScoped("", "namespaces", "Namespace", "ns");
    public static final ResourceType POD = namespaced("", "pods", "Pod", "po");
    public static final ResourceType SERVICE = namespaced("", "services", "Service", "svc");
    public static final ResourceType EVENT = namespaced("", "events", "Event", "ev");
    public static final ResourceType SECRET = namespaced("", "secrets", "Secret");
    public static final ResourceType CONFIG_MAP = namespaced("", "configmaps", "ConfigMap", "cm");
    public static final ResourceType SERVICE_ACCOUNT = namespaced("", "serviceaccounts", "ServiceAccount", "sa");
    public static final ResourceType REPLICATION_CONTROLLER =
            namespaced("", "replicationcontrollers", "ReplicationController", "rc");
    public static final ResourceType DEPLOYMENT = namespaced("apps", "deployments", "Deployment", "deploy");
    public static final ResourceType REPLICA_SET = namespaced("apps", "replicasets", "ReplicaSet", "rs");
    public static final ResourceType STATEFUL_SET = namespaced("apps", "statefulsets", "StatefulSet", "sts");
    public static final ResourceType DAEMON_SET = namespaced("apps", "daemonsets", "DaemonSet", "ds");
    public static final ResourceType JOB = namespaced("batch", "jobs", "Job");
    public static final ResourceType CRON_JOB = namespaced("batch", "cronjobs", "CronJob", "cj");

    public static final ResourceType PERSISTENT_VOLUME_CLAIM =
            namespaced("", "persistentvolumeclaims", "PersistentVolumeClaim", "pvc");
    public static final ResourceType AUTOSCALER =
            of("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", true, "hpa");
    public static final ResourceType CONTROLLER_REVISION =
            namespaced("apps", "controllerrevisions", "ControllerRevision");
    public static final ResourceType INGRESS = namespaced("networking.k8s.io", "ingresses", "Ingress", "ing");
    public static final ResourceType ROLE = namespaced(RBAC_GROUP, "roles", "Role");
    public static final ResourceType ROLE_BINDING = namespaced(RBAC_GROUP, "rolebindings", "RoleBinding");
    public static final ResourceType CLUSTER_ROLE = clusterScoped(RBAC_GROUP, "clusterroles", "ClusterRole");
    public static final ResourceType CLUSTER_ROLE_BINDING =
            clusterScoped(RBAC_GROUP, "clusterrolebindings", "ClusterRoleBinding");

    public static final ResourceType ENDPOINTS = namespaced("", "endpoints", "Endpoints", "ep");
    /** Its versions differ between servers, so what users type is asked of them. */
    public static final ResourceType ENDPOINT_SLICE = namespaced("discovery.k8s.io", "endpointslices", "EndpointSlice");

    private static final List<ResourceType> ALL = List.of(
            BUILD_CONFIG,
            BUILD,
            IMAGE_STREAM,
            IMAGE_STREAM_TAG,
            IMAGE_STREAM_IMAGE,
            IMAGE_TAG,
            IMAGE,
            PROJECT,
            ROUTE,
            TEMPLATE,
            DEPLOYMENT_CONFIG,
            NAMESPACE,
            POD,
            SERVICE,
            EVENT,
            SECRET,
            CONFIG_MAP,
            SERVICE_ACCOUNT,
            REPLICATION_CONTROLLER,
            DEPLOYMENT,
            REPLICA_SET,
            STATEFUL_SET,
            DAEMON_SET,
            JOB,
            CRON_JOB,
            ROLE,
            ROLE_BINDING,
            CLUSTER_ROLE,
            CLUSTER_ROLE_BINDING,
            PERSISTENT_VOLUME_CLAIM,
            clusterScoped("", "persistentvolumes", "PersistentVolume", "pv"),
            clusterScoped("storage.k8s.io", "storageclasses", "StorageClass", "sc"),
            clusterScoped("", "nodes", "Node", "no"),
            namespaced("", "resourcequotas", "ResourceQuota", "quota"),
            namespaced("", "limitranges", "LimitRange", "limits"),
            ENDPOINTS,
            AUTOSCALER,
            CONTROLLER_REVISION,
            INGRESS,
            namespaced("policy", "poddisruptionbudgets", "PodDisruptionBudget", "pdb"),
            clusterScoped("quota.openshift.io", "clusterresourcequotas", "ClusterResourceQuota", "clusterquota"),
            clusterScoped("scheduling.k8s.io", "priorityclasses", "PriorityClass", "pc"),
            clusterScoped(
                    "apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition", "crd", "crds"));

    private KnownTypes() {}

    /** The type that a user's word names, with or without a group; versions are asked of the server. */
    public static Optional<ResourceType> named(String word) {
        int dot = word.indexOf('.');
        String name = dot < 0 ? word : word.substring(0, dot);
        return ALL.stream()
                .filter(type -> type.answersTo(name))
                .filter(type -> dot < 0 || type.group().equals(word.substring(dot + 1)))
                .findFirst();
    }

    static Optional<ResourceType> ofKind(String apiVersion, String kind) {
        return ALL.stream()
                .filter(type -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
                .findFirst();
    }

    static boolean contains(ResourceType type) {
        return ALL.contains(type);
    }

    private static ResourceType namespaced(String group, String plural, String kind, String... shortNames) {
        return of(group, "v1", plural, kind, true, shortNames);
    }

    private static ResourceType clusterScoped(String group, String plural, String kind, String... shortNames) {
        return of(group, "v1", plural, kind, false, shortNames);
    }

    private static ResourceType of(
            String group, String version, String plural, String kind, boolean namespaced, String... shortNames) {
        String singular = kind.toLowerCase(Locale.ROOT);
        return new ResourceType(
                group, version, plural, singular, kind, namespaced, List.of(shortNames), List.of(), ALL_VERBS);
    }
}
