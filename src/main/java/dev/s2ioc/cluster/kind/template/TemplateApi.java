package dev.s2ioc.cluster.kind.template;

import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StoredResource;

/** What the group {@code template.openshift.io} serves. */
public final class TemplateApi {
    private TemplateApi() {}

    public static void addTo(Machinery machinery) {
        machinery.kinds().add(new StoredResource(machinery, new TemplateKind())).add(new ProcessedTemplateResource());
    }
}
