package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.Set;

/**
 * POST of a BuildRequest that makes a build: {@code buildconfigs/X/instantiate}, of the configuration's own source, and
 * {@code builds/X/clone}, the same build once more. The name in the body decides.
 */
record BuildRequestSubresource(String name, Making making, BuildController controller) implements Subresource {

    /** Makes the build that a request asks for. */
    interface Making {
        ObjectNode make(String namespace, String name, BuildRequest request);
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
        ObjectNode build = making.make(
                request.call().namespace(), inBody.isEmpty() ? request.name() : inBody, BuildRequest.of(body));
        controller.advance(build);
        request.reply().json(201, build);
    }
}
