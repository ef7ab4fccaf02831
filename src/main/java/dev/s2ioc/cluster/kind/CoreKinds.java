package dev.s2ioc.cluster.kind;

import java.util.List;

/** The kinds that every cluster has, whatever else it serves. */
public final class CoreKinds {
    private static final List<String> NAMESPACES = List.of(
            "default", "kube-system", "kube-public", "openshift", "openshift-config", "openshift-image-registry");

    private final Machinery machinery;
    private final NamespaceResource namespaces;

    /** Adds them to the machinery's kinds. */
    public CoreKinds(Machinery machinery) {
        this(machinery, Hooks.NONE);
    }

    /** @param accounts what is done when service accounts come */
    public CoreKinds(Machinery machinery, Hooks accounts) {
        this.machinery = machinery;
        this.namespaces = new NamespaceResource(machinery);
        Kinds kinds = machinery.kinds();
        kinds.add(namespaces);
        namespaces.parts().forEach(part -> kinds.add(NamespaceKind.TYPE, part));
        kinds.add(new StoredResource(machinery, new ConfigMapKind()));
        kinds.add(new StoredResource(machinery, new EventKind()));
        kinds.add(new StoredResource(machinery, new AllowanceKind(AllowanceKind.LIMITS)));
        kinds.add(new StoredResource(machinery, new AllowanceKind(AllowanceKind.QUOTAS)));
        kinds.add(new StoredResource(machinery, new SecretKind()));
        kinds.add(new StoredResource(machinery, new ServiceAccountKind(), new StandingAccounts(machinery, accounts)));
        kinds.add(ServiceAccountKind.TYPE, new TokenSubresource(machinery));
        kinds.add(new SelfSubjectReviewResource());
        addReviews(kinds, new Access(machinery.store()));
        kinds.add(new StoredResource(machinery, new RoleKind(RoleKind.CLUSTER_TYPE)));
        kinds.add(new StoredResource(machinery, new RoleBindingKind(RoleBindingKind.CLUSTER_TYPE)));
        kinds.add(new StoredResource(machinery, new RoleKind(RoleKind.TYPE)));
        kinds.add(new StoredResource(machinery, new RoleBindingKind(RoleBindingKind.TYPE)));
        kinds.add(new StoredResource(machinery, new OAuthAccessTokenKind()));
        kinds.add(new UserResource(machinery));
        kinds.add(new ProjectResource(machinery, namespaces));
        kinds.add(new ProjectRequestResource(machinery, namespaces));
    }

    private static void addReviews(Kinds kinds, Access access) {
        kinds.add(new AccessReviewResource(access, AccessReviewResource.LOCAL))
                .add(new AccessReviewResource(access, AccessReviewResource.SELF))
                .add(new RulesReviewResource(kinds, access))
                .add(new AccessReviewResource(access, AccessReviewResource.ANYBODY))
                .add(new ResourceAccessReviewResource(access, ResourceAccessReviewResource.LOCAL))
                .add(new OpenShiftAccessReviewResource(access, OpenShiftAccessReviewResource.LOCAL))
                .add(new ResourceAccessReviewResource(access, ResourceAccessReviewResource.ANYWHERE))
                .add(new OpenShiftAccessReviewResource(access, OpenShiftAccessReviewResource.ANYWHERE));
    }

    /**
     * Makes what must be there, and finishes what an earlier process left unfinished. To be called once, after all kinds have
     * been added and before the first request.
     */
    public void start() {
        NAMESPACES.forEach(namespaces::ensure);
        new DefaultRoles(machinery).ensure();
        new Garbage(machinery).sweep();
        new Tokens(machinery).sweep();
        namespaces.resume();
    }
}
