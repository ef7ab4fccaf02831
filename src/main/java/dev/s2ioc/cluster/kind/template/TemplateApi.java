package dev.s2ioc.cluster.kind.template;

import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StoredResource;

/** What the group {@code template.openshift.io} serves. */
public final class TemplateApi {
    private TemplateApi() {}

    public static void addTo(Machinery machinery) {
        // Both are of kind Template; clients take the one that they were told of last for the kind's home.
        machinery.kinds().add(new ProcessedTemplateResource()).add(new StoredResource(machinery, new TemplateKind()));
    }
}
