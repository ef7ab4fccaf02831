package dev.s2ioc.client;

import java.util.List;
import java.util.Optional;

/**
 * The resource types that every OpenShift has, so that {@code get is} needs no discovery round trip. Names and short names
 * are part of the public API; what is not listed here is asked of the server.
 */
public final class KnownTypes {
    private static final List<String> ALL_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    public static final ResourceType BUILD_CONFIG =
            namespaced("build.openshift.io", "buildconfigs", "BuildConfig", List.of("bc"), List.of("all"));
    public static final ResourceType BUILD =
            namespaced("build.openshift.io", "builds", "Build", List.of(), List.of("all"));
    public static final ResourceType IMAGE_STREAM =
            namespaced("image.openshift.io", "imagestreams", "ImageStream", List.of("is"), List.of("all"));
    public static final ResourceType IMAGE_STREAM_TAG =
            namespaced("image.openshift.io", "imagestreamtags", "ImageStreamTag", List.of("istag"), List.of());
    public static final ResourceType IMAGE_STREAM_IMAGE =
            namespaced("image.openshift.io", "imagestreamimages", "ImageStreamImage", List.of("isimage"), List.of());
    public static final ResourceType IMAGE = clusterScoped("image.openshift.io", "images", "Image", List.of());
    public static final ResourceType PROJECT = clusterScoped("project.openshift.io", "projects", "Project", List.of());
    public static final ResourceType NAMESPACE = clusterScoped("", "namespaces", "Namespace", List.of("ns"));
    public static final ResourceType POD = namespaced("", "pods", "Pod", List.of("po"), List.of("all"));
    public static final ResourceType EVENT = namespaced("", "events", "Event", List.of("ev"), List.of());
    public static final ResourceType SECRET = namespaced("", "secrets", "Secret", List.of(), List.of());
    public static final ResourceType CONFIG_MAP = namespaced("", "configmaps", "ConfigMap", List.of("cm"), List.of());

    private static final List<ResourceType> ALL = List.of(
            BUILD_CONFIG,
            BUILD,
            IMAGE_STREAM,
            IMAGE_STREAM_TAG,
            IMAGE_STREAM_IMAGE,
            IMAGE,
            PROJECT,
            NAMESPACE,
            POD,
            EVENT,
            SECRET,
            CONFIG_MAP);

    private KnownTypes() {}

    /** The type that a user's word names: plural, singular, short name or kind, in any case. */
    public static Optional<ResourceType> named(String word) {
        return ALL.stream().filter(type -> answersTo(type, word)).findFirst();
    }

    static boolean answersTo(ResourceType type, String word) {
        return type.plural().equalsIgnoreCase(word)
                || type.singular().equalsIgnoreCase(word)
                || type.kind().equalsIgnoreCase(word)
                || type.shortNames().stream().anyMatch(word::equalsIgnoreCase);
    }

    private static ResourceType namespaced(
            String group, String plural, String kind, List<String> shortNames, List<String> categories) {
        return new ResourceType(group, "v1", plural, singular(kind), kind, true, shortNames, categories, ALL_VERBS);
    }

    private static ResourceType clusterScoped(String group, String plural, String kind, List<String> shortNames) {
        return new ResourceType(group, "v1", plural, singular(kind), kind, false, shortNames, List.of(), ALL_VERBS);
    }

    private static String singular(String kind) {
        return kind.toLowerCase(java.util.Locale.ROOT);
    }
}
