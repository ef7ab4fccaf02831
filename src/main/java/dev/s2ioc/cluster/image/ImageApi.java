package dev.s2ioc.cluster.image;

import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.StoredResource;
import java.time.Duration;
import java.util.List;

/** What the group {@code image.openshift.io} serves. */
public final class ImageApi {
    /** How often OpenShift looks again at what is scheduled. */
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    private ImageApi() {}

    /** With no trust in other registries but Java's own. */
    public static Imports addTo(Kinds kinds, Machinery machinery, ImageStreams streams, Registries registries) {
        Remotes remotes = new Remotes(machinery, new RegistryTrust(List.of(), List.of()));
        return addTo(kinds, machinery, streams, registries, remotes);
    }

    /** The imports begin when they are started. */
    public static Imports addTo(
            Kinds kinds, Machinery machinery, ImageStreams streams, Registries registries, Remotes remotes) {
        ImageImporter importer = new ImageImporter(remotes, new OwnImages(registries, streams));
        StreamImport streamImport = new StreamImport(machinery, streams, importer);
        Imports imports = new Imports(machinery, streamImport, INTERVAL);
        ImageStreamHooks hooks = new ImageStreamHooks(machinery, registries, imports);
        StoredResource imageStreams = new StoredResource(machinery, new ImageStreamKind(), hooks);
        kinds.add(new StoredResource(machinery, new ImageKind()))
                .add(new ImageStreamImageResource(streams))
                .add(new ImageStreamImportResource(streamImport))
                .add(new ImageStreamMappingResource(streams))
                .add(imageStreams)
                .add(new ImageStreamTagResource(kinds, streams))
                .add(new ImageTagResource(kinds, streams))
                .add(ImageStreamKind.TYPE, new LayersSubresource(streams))
                .add(ImageStreamKind.TYPE, new SecretsSubresource(remotes.secrets()))
                .add(ImageStreamKind.TYPE, PartSubresource.status(imageStreams));
        return imports;
    }
}
