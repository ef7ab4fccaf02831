package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.Set;

/** POST builds/X/clone: the same build once more. */
final class CloneSubresource implements Subresource {
    private final BuildClones clones;
    private final BuildController controller;

    CloneSubresource(BuildClones clones, BuildController controller) {
        this.clones = clones;
        this.controller = controller;
    }

    @Override
    public String name() {
        return "clone";
    }

    @Override
    public String kind() {
        return "BuildRequest";
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.create);
    }

    @Override
    public void serve(Request request) throws IOException {
        ObjectNode body = request.body().object();
        String inBody = Json.at(body, "metadata", "name");
        ObjectNode build = clones.clone(
                request.call().namespace(), inBody.isEmpty() ? request.name() : inBody, BuildRequest.of(body));
        controller.advance(build);
        request.reply().json(201, build);
    }
}
