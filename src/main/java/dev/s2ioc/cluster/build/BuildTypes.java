package dev.s2ioc.cluster.build;

import dev.s2ioc.cluster.kind.Type;

/** The two resources that this room works on. */
final class BuildTypes {
    static final Type BUILD =
            Type.namespaced("build.openshift.io", "v1", "builds", "Build").inAll();
    static final Type CONFIG = Type.namespaced("build.openshift.io", "v1", "buildconfigs", "BuildConfig", "bc")
            .inAll();

    private BuildTypes() {}
}
