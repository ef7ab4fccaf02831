package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.Set;

/** POST buildconfigs/X/instantiate: a build of a configuration's own source. The name in the body decides. */
final class InstantiateSubresource implements Subresource {
    private final BuildGenerator generator;
    private final BuildController controller;

    InstantiateSubresource(BuildGenerator generator, BuildController controller) {
        this.generator = generator;
        this.controller = controller;
    }

    @Override
    public String name() {
        return "instantiate";
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
        String name = inBody.isEmpty() ? request.name() : inBody;
        ObjectNode build = generator.instantiate(request.call().namespace(), name, BuildRequest.of(body));
        controller.advance(build);
        request.reply().json(201, build);
    }
}
