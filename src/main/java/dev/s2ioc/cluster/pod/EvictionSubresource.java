package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** POST pods/X/eviction: asks a pod to go; nothing protects one from that here. */
public final class EvictionSubresource implements Subresource {
    private final Resource pods;

    public EvictionSubresource(Resource pods) {
        this.pods = pods;
    }

    @Override
    public String name() {
        return "eviction";
    }

    @Override
    public String kind() {
        return "Eviction";
    }

    @Override
    public Optional<String> apiVersion() {
        return Optional.of("policy/v1");
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create);
    }

    @Override
    public void serve(Request request) throws IOException {
        ObjectNode eviction = request.body().object();
        Call call = request.call();
        String name = Json.at(eviction, "metadata", "name");
        if (!name.isEmpty() && !name.equals(request.name())) {
            throw StatusException.badRequest("name in URL does not match name in Eviction object: " + name);
        }
        DeleteOptions options = DeleteOptions.of(eviction.path("deleteOptions"), call);
        pods.delete(options.dryRun() ? call.dry() : call, request.name(), options);
        ObjectNode answer = Json.object().put("kind", "Status").put("apiVersion", "v1");
        answer.putObject("metadata");
        request.reply().json(201, answer.put("status", "Success").put("code", 201));
    }
}
