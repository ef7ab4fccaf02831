package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** {@code imagestreams/X/secrets}: with which secrets the images of a stream would be imported. */
final class SecretsSubresource implements Subresource {
    private final ImageSecrets secrets;

    SecretsSubresource(ImageSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public String kind() {
        return "SecretList";
    }

    @Override
    public Optional<String> apiVersion() {
        return Optional.of("v1");
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get);
    }

    @Override
    public void serve(Request request) throws IOException {
        ObjectNode list = Json.object();
        list.put("kind", kind()).put("apiVersion", "v1").putObject("metadata");
        list.putArray("items").addAll(secrets.in(request.call().namespace()));
        request.reply().json(200, list);
    }
}
