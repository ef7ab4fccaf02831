package dev.s2ioc.cluster.build;

import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import java.time.Duration;

/** What builds add to the API: how they are started, read and repeated, and what follows from changing them. */
public final class BuildApi {
    private static final Duration LOG_PATIENCE = Duration.ofSeconds(30);

    private BuildApi() {}

    /** Adds the subresources of builds and build configurations. */
    public static void addTo(Kinds kinds, Machinery machinery, ImageStreams streams, BuildController controller) {
        PullSecrets secrets = new PullSecrets(machinery.store());
        BuildGenerator generator = new BuildGenerator(controller.builds(), streams, secrets);
        BuildClones clones = new BuildClones(controller.builds(), generator, secrets);
        kinds.add(BuildConfigKind.TYPE, new BuildRequestSubresource("instantiate", generator::instantiate, controller))
                .add(BuildConfigKind.TYPE, new InstantiateBinarySubresource(generator, controller))
                .add(BuildConfigKind.TYPE, new WebhooksSubresource(generator, controller))
                .add(BuildKind.TYPE, new BuildRequestSubresource("clone", clones::clone, controller))
                .add(BuildKind.TYPE, new LogSubresource(controller, LOG_PATIENCE));
    }

    /** What starts builds by itself; not started yet. */
    public static Triggers triggers(Machinery machinery, ImageStreams streams, BuildController controller) {
        PullSecrets secrets = new PullSecrets(machinery.store());
        return new Triggers(machinery, streams, controller, new BuildGenerator(controller.builds(), streams, secrets));
    }

    /** What the stored resource of builds must be given. */
    public static Hooks buildHooks(BuildController controller) {
        return new BuildHooks(controller);
    }
}
