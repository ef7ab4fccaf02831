package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Conversion;
import dev.s2ioc.cluster.kind.ConvertedResource;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.log.Journals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The workloads that make pods, and what keeps them going. */
public final class ControllerApi implements AutoCloseable {
    private final List<Controller> controllers;

    private ControllerApi(List<Controller> controllers) {
        this.controllers = controllers;
    }

    /**
     * Adds the kinds; their controllers begin when they are started.
     *
     * @param node whether pods of a specification can be on the one node
     * @param journals where what deployers say is kept
     */
    public static ControllerApi addTo(
            Machinery machinery,
            ImageStreams streams,
            Predicate<JsonNode> node,
            Journals journals,
            Consumer<Throwable> log) {
        Consumer<Throwable> failures = failure -> {
            if (!isRefusal(failure)) {
                log.accept(failure);
            }
        };
        Kinds kinds = machinery.kinds();
        Hooks images = new TemplateImages(streams);
        add(machinery, kinds, new DeploymentKind(), images, true);
        add(machinery, kinds, new ReplicaSetKind(), images, true);
        add(machinery, kinds, new ReplicationControllerKind(), images, true);
        add(machinery, kinds, new DeploymentConfigKind(), images, true);
        add(machinery, kinds, new StatefulSetKind(), images, true);
        add(machinery, kinds, new DaemonSetKind(), images, false);
        add(machinery, kinds, new JobKind(), images, false);
        add(machinery, kinds, new CronJobKind(), images, false);
        kinds.add(new StoredResource(machinery, new ControllerRevisionKind()));
        addAutoscalers(machinery, kinds);
        Objects objects = new Objects(machinery);
        kinds.add(DeploymentConfigKind.TYPE, new InstantiateConfigSubresource(objects, streams))
                .add(DeploymentConfigKind.TYPE, new RollbackConfigSubresource(objects))
                .add(DeploymentConfigKind.TYPE, new ConfigLogSubresource(objects, kinds));
        List<Controller> controllers = new ArrayList<>();
        controllers.add(new DeploymentController(machinery, failures));
        controllers.add(new ReplicaController(machinery, ReplicaSetKind.TYPE, "replicaset-controller", failures));
        controllers.add(
                new ReplicaController(machinery, ReplicationControllerKind.TYPE, "replication-controller", failures));
        controllers.add(new StatefulSetController(machinery, failures));
        controllers.add(new DaemonSetController(machinery, node, failures));
        controllers.add(new JobController(machinery, failures));
        controllers.add(new CronJobController(machinery, failures));
        controllers.add(new DeploymentConfigController(machinery, streams, journals, failures));
        controllers.add(new HorizontalPodAutoscalerController(machinery, failures));
        controllers.add(new ImageTriggers(
                machinery,
                streams,
                List.of(DeploymentKind.TYPE, StatefulSetKind.TYPE, DaemonSetKind.TYPE, CronJobKind.TYPE),
                failures));
        return new ControllerApi(controllers);
    }

    /** What the rules refuse is the author's business, who is told by an event; it is no fault of the cluster. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof StatusException status
                && List.of(403, 404, 422).contains(status.code());
    }

    private static void add(Machinery machinery, Kinds kinds, Kind kind, Hooks hooks, boolean scales) {
        StoredResource stored = new StoredResource(machinery, kind, hooks);
        kinds.add(stored).add(kind.type(), PartSubresource.status(stored));
        if (scales) {
            kinds.add(kind.type(), new PartSubresource("scale", new ScalePart(stored)));
        }
    }

    private static void addAutoscalers(Machinery machinery, Kinds kinds) {
        StoredResource stored = new StoredResource(machinery, new HorizontalPodAutoscalerKind());
        PartSubresource status = PartSubresource.status(stored);
        Conversion first = new HorizontalPodAutoscalerV1();
        Resource shown = new ConvertedResource(stored, "v1", first);
        kinds.add(stored).add(stored.type(), status);
        kinds.addVersion(shown).add(shown.type(), status.in("v1", first));
    }

    public void start() {
        controllers.forEach(Controller::start);
    }

    @Override
    public void close() {
        controllers.forEach(Controller::close);
    }
}
