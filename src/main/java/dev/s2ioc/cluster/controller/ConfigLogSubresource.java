package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** GET deploymentconfigs/X/log: what the deployer says, or the first pod of a deployment that is complete. */
final class ConfigLogSubresource implements Subresource {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final List<String> OF_CONTAINERS =
            List.of("tailLines", "limitBytes", "sinceSeconds", "sinceTime", "timestamps");

    private final Objects objects;
    private final Kinds kinds;

    ConfigLogSubresource(Objects objects, Kinds kinds) {
        this.objects = objects;
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String kind() {
        return "DeploymentLog";
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.get);
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        Call call = request.call();
        ObjectNode config = objects.get(new Key(DeploymentConfigKind.TYPE.resource(), call.namespace(), request.name()))
                .orElseThrow(() -> StatusException.notFound(DeploymentConfigKind.TYPE, request.name()));
        Key key = new Key(
                ReplicationControllerKind.TYPE.resource(),
                call.namespace(),
                ConfigDeployment.name(config, version(call, config)));
        ObjectNode deployment = deployment(key, call);
        Optional<ObjectNode> pod = firstPod(deployment);
        if (ConfigDeployment.is(deployment, "Complete") && pod.isPresent()) {
            ofPod(request, pod.get());
        } else {
            refuse(call);
            ofDeployer(request, key, deployment);
        }
    }

    private static long version(Call call, ObjectNode config) {
        String name = Json.at(config, "metadata", "name");
        long latest = ConfigDeployment.latest(config);
        if (latest == 0) {
            throw StatusException.badRequest("no deployment exists for deploymentConfig \"" + name + "\"");
        }
        String written = call.parameter("version").orElse("0");
        long version = written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
        if (version > latest) {
            throw StatusException.badRequest("unable to locate deployment #" + version + " for \"" + name + "\"");
        }
        return version > 0 ? version : call.flag("previous") ? latest - 1 : latest;
    }

    /** A deployment that has just been asked for is there soon. */
    private ObjectNode deployment(Key key, Call call) throws InterruptedException {
        for (int i = 0; i < 50 && !call.flag("nowait") && objects.get(key).isEmpty(); i++) {
            Thread.sleep(LOOK_AGAIN);
        }
        return objects.get(key).orElseThrow(() -> StatusException.notFound(ReplicationControllerKind.TYPE, key.name()));
    }

    /** The deployer's few lines are shown as a whole. */
    private static void refuse(Call call) {
        OF_CONTAINERS.stream()
                .filter(each -> call.parameter(each).isPresent())
                .findFirst()
                .ifPresent(each -> {
                    throw StatusException.badRequest(
                            each + " is for the logs of containers; that of a deployment is shown whole");
                });
    }

    private Optional<ObjectNode> firstPod(ObjectNode deployment) {
        return objects.list(Objects.PODS, Json.at(deployment, "metadata", "namespace")).stream()
                .filter(each -> Owner.owns(deployment, each))
                .min(Comparator.comparing(each -> Json.at(each, "metadata", "creationTimestamp")));
    }

    private void ofPod(Request request, ObjectNode pod) throws IOException, InterruptedException {
        kinds.subresource(Objects.PODS, "log")
                .orElseThrow()
                .serve(new Request(
                        request.call(),
                        request.verb(),
                        Json.at(pod, "metadata", "name"),
                        request.rest(),
                        request.body(),
                        request.reply()));
    }

    private void ofDeployer(Request request, Key key, ObjectNode first) throws IOException, InterruptedException {
        boolean follow = request.call().flag("follow");
        try (OutputStream out = request.reply().stream("text/plain")) {
            ObjectNode now = first;
            int said = 0;
            while (true) {
                String all = ConfigDeployment.annotation(now, ConfigDeployment.LOG);
                if (all.length() > said) {
                    out.write(all.substring(said).getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    said = all.length();
                }
                if (!follow || ConfigDeployment.hasEnded(now)) {
                    return;
                }
                Thread.sleep(LOOK_AGAIN);
                Optional<ObjectNode> next = objects.get(key);
                if (next.isEmpty()) {
                    return;
                }
                now = next.get();
            }
        }
    }
}
