package dev.s2ioc.cluster.image;

import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StoredResource;

/** What the group {@code image.openshift.io} serves. */
public final class ImageApi {
    private ImageApi() {}

    public static void addTo(Kinds kinds, Machinery machinery, ImageStreams streams, Registries registries) {
        ImageImporter importer = new ImageImporter(registries);
        ImageStreamHooks hooks = new ImageStreamHooks(machinery, registries, new TagImports(streams, importer));
        kinds.add(new StoredResource(machinery, new ImageKind()))
                .add(new ImageStreamImageResource(streams))
                .add(new ImageStreamImportResource(kinds, streams, importer))
                .add(new ImageStreamMappingResource(streams))
                .add(new StoredResource(machinery, new ImageStreamKind(), hooks))
                .add(new ImageStreamTagResource(kinds, streams))
                .add(ImageStreamKind.TYPE, new LayersSubresource(streams))
                .add(ImageStreamKind.TYPE, new StatusSubresource(machinery, hooks));
    }
}
