package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** GET deploymentconfigs/X/log: what the deployer says, or the first pod of a deployment that is complete. */
final class ConfigLogSubresource implements Subresource {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    /** As long as OpenShift waits for what has just been asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        ObjectNode deployment = await(key, each -> true)
                .orElseThrow(() -> StatusException.notFound(ReplicationControllerKind.TYPE, key.name()));
        if (waits(deployment) && call.flag("nowait")) {
            try (OutputStream none = request.reply().stream("text/plain")) {
                none.flush();
            }
            return;
        }
        ObjectNode begun = await(key, each -> !waits(each))
                .orElseThrow(() -> StatusException.badRequest("unable to wait for deployment " + call.namespace() + "/"
                        + key.name() + " to run: timed out waiting for the condition"));
        passOn(request, ConfigDeployment.is(begun, "Complete") ? podOf(begun) : DeployerPod.name(begun));
    }

    private static boolean waits(JsonNode deployment) {
        return ConfigDeployment.is(deployment, "New") || ConfigDeployment.is(deployment, "Pending");
    }

    private static long version(Call call, ObjectNode config) {
        String of = " for deploymentConfig \"" + Json.at(config, "metadata", "name") + "\"";
        long latest = ConfigDeployment.latest(config);
        if (latest == 0) {
            throw StatusException.badRequest("no deployment exists" + of);
        }
        Optional<String> written = call.parameter("version");
        if (written.isPresent()) {
            long version = written.get().matches("[0-9]{1,18}") ? Long.parseLong(written.get()) : 0;
            if (version < 1 || version > latest) {
                throw StatusException.badRequest("invalid version" + of + ": " + written.get());
            }
            return version;
        }
        if (call.flag("previous") && latest == 1) {
            throw StatusException.badRequest("no previous deployment exists" + of);
        }
        return call.flag("previous") ? latest - 1 : latest;
    }

    /** A deployment that has just been asked for is there soon. */
    private Optional<ObjectNode> await(Key key, Predicate<ObjectNode> wanted) throws InterruptedException {
        Optional<ObjectNode> found = objects.get(key).filter(wanted);
        for (long i = 0; found.isEmpty() && i < PATIENCE.dividedBy(LOOK_AGAIN); i++) {
            Thread.sleep(LOOK_AGAIN);
            found = objects.get(key).filter(wanted);
        }
        return found;
    }

    /** Of the pods of a deployment the one that says most; when there are none any more, that of its deployer. */
    private String podOf(ObjectNode deployment) {
        List<ObjectNode> pods = objects.list(Objects.PODS, Json.at(deployment, "metadata", "namespace"));
        return pods.stream()
                .filter(each -> Owner.owns(deployment, each))
                .min(Comparator.comparing((ObjectNode pod) -> !PodState.isReady(pod))
                        .thenComparing(pod -> Json.at(pod, "metadata", "creationTimestamp")))
                .map(pod -> Json.at(pod, "metadata", "name"))
                .orElseGet(() -> DeployerPod.name(deployment));
    }

    /** "previous" has been understood as a version. */
    private void passOn(Request request, String pod) throws IOException, InterruptedException {
        Call call = request.call();
        Map<String, List<String>> query = new HashMap<>(call.query());
        query.remove("previous");
        kinds.subresource(Objects.PODS, "log")
                .orElseThrow()
                .serve(new Request(
                        new Call(call.user(), call.namespace(), query, call.dryRun(), call.warnings()),
                        request.verb(),
                        pod,
                        request.rest(),
                        request.body(),
                        request.reply()));
    }
}
