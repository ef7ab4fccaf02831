package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.image.ImageApi;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.EventKind;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.NamespaceKind;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.User;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The build API on a store of its own, with a project "demo", and an engine of the test's choice. */
final class Yard implements AutoCloseable {
    final Store store;
    final Kinds kinds = new Kinds();
    final Machinery machinery;
    final BuildController controller;
    private final Triggers triggers;
    private final BuildSettings settings;
    private final ImageStreams streams;

    Yard(Path directory, Engine engine) throws IOException {
        store = Store.open(directory.resolve("test.db"));
        machinery = new Machinery(store, kinds, InstantSource.system());
        streams = new ImageStreams(machinery);
        settings = new BuildSettings(
                directory.resolve("builds"), () -> engine, System.getenv(), false, Duration.ofMillis(10));
        controller = new BuildController(machinery, streams, settings);
        kinds.add(new StoredResource(machinery, new NamespaceKind()))
                .add(new StoredResource(machinery, new EventKind()));
        ImageApi.addTo(kinds, machinery, streams, new Registries(() -> "127.0.0.1:1"));
        kinds.add(new StoredResource(machinery, new BuildConfigKind()))
                .add(new StoredResource(machinery, new BuildKind(), BuildApi.buildHooks(controller)));
        BuildApi.addTo(kinds, machinery, streams, controller);
        triggers = BuildApi.triggers(machinery, streams, controller);
        if (store.get(new Key("namespaces", "", "demo")).isEmpty()) {
            kinds.resource("namespaces").create(Call.internal(""), json("{'metadata':{'name':'demo'}}"));
        }
    }

    /** From now on builds start by themselves. */
    void startTriggers() {
        triggers.start();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.parse(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A configuration for uploads with an output stream, both of that name. */
    void config(String name, String strategy, String more) {
        stream(name);
        kinds.resource(BuildConfigKind.TYPE.resource())
                .create(
                        Call.internal("demo"),
                        json("{'metadata':{'name':'" + name + "','labels':{'build':'" + name + "'}},'spec':{"
                                + "'source':{'binary':{}},'strategy':{" + strategy
                                + "},'output':{'to':{'kind':'ImageStreamTag','name':'" + name + ":latest'}}" + more
                                + "}}"));
    }

    void stream(String name) {
        kinds.resource("imagestreams.image.openshift.io")
                .create(Call.internal("demo"), json("{'metadata':{'name':'" + name + "'}}"));
    }

    /** An image becomes the newest of a stream's tag latest; its digest is made of two digits. */
    void push(String stream, String digits) {
        String digest = "sha256:" + digits.repeat(32);
        store.update(new Key("imagestreams.image.openshift.io", "demo", stream), found -> {
            ObjectNode status = json("{'tags':[{'tag':'latest','items':[{'created':'2026-11-23T05:00:00Z',"
                    + "'dockerImageReference':'" + Registries.INTERNAL + "/demo/" + stream + "@" + digest
                    + "','image':'" + digest + "','generation':1}]}]}");
            found.set("status", status);
            return found;
        });
    }

    ObjectNode build(String name) {
        return store.get(Builds.key("demo", name)).orElseThrow();
    }

    boolean hasBuild(String name) {
        return store.get(Builds.key("demo", name)).isPresent();
    }

    String phase(String name) {
        return Json.at(build(name), "status", "phase");
    }

    /** Waits until a build has ended, and its thread too. */
    ObjectNode ended(String name) throws InterruptedException {
        for (int i = 0; !Phase.of(build(name)).isTerminal() || controller.isRunning(Builds.key("demo", name)); i++) {
            if (i > 24000) {
                throw new AssertionError(name + " does not end: " + build(name).path("status"));
            }
            Thread.sleep(5);
        }
        return build(name);
    }

    void cancel(String name) {
        kinds.resource(BuildKind.TYPE.resource()).update(Call.internal("demo"), name, build -> {
            Json.child(build, "status").put("cancelled", true);
            return build;
        });
    }

    void delete(String name) {
        kinds.resource(BuildKind.TYPE.resource()).delete(Call.internal("demo"), name, DeleteOptions.BACKGROUND);
    }

    /** The events about an object: reason and message. */
    List<String> events(String name) {
        return store.list("events", "demo").stream()
                .filter(event -> Json.at(event, "involvedObject", "name").equals(name))
                .sorted(Comparator.comparingLong(
                        event -> event.path("metadata").path("resourceVersion").asLong()))
                .map(event -> Json.at(event, "reason") + ": " + Json.at(event, "message"))
                .toList();
    }

    Answer upload(String config, InputStream body, String... query) throws Exception {
        return ask(BuildConfigKind.TYPE, "instantiatebinary", config, body, Json.object(), query);
    }

    Answer instantiate(String config, String body) throws Exception {
        return ask(BuildConfigKind.TYPE, "instantiate", config, InputStream.nullInputStream(), json(body));
    }

    Answer cloneOf(String build) throws Exception {
        return ask(BuildKind.TYPE, "clone", build, InputStream.nullInputStream(), json("{}"));
    }

    String log(String build, String... query) throws Exception {
        return ask(BuildKind.TYPE, "log", build, InputStream.nullInputStream(), Json.object(), query)
                .text();
    }

    /** Where pods are served. */
    String podLog(String pod, String... query) throws Exception {
        Type pods = kinds.resource("pods").type();
        return ask(pods, "log", pod, InputStream.nullInputStream(), Json.object(), query)
                .text();
    }

    /** A call of a webhook: the path after webhooks/, headers as name=value. */
    Answer hook(String config, String path, String body, String... headers) throws Exception {
        Map<String, String> given = new HashMap<>();
        for (String each : headers) {
            String[] pair = each.split("=", 2);
            given.put(pair[0], pair[1]);
        }
        Answer answer = new Answer();
        kinds.subresource(BuildConfigKind.TYPE, "webhooks")
                .orElseThrow()
                .serve(new Subresource.Request(
                        new Call(User.ANONYMOUS, "demo", Map.of()),
                        Verb.create,
                        config,
                        List.of(path.split("/")),
                        new GivenBody(
                                new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                                Json.object(),
                                given),
                        answer));
        return answer;
    }

    private Answer ask(Type type, String subresource, String name, InputStream body, ObjectNode object, String... query)
            throws Exception {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String each : query) {
            String[] pair = each.split("=", 2);
            parameters.put(pair[0], List.of(pair[1]));
        }
        Answer answer = new Answer();
        kinds.subresource(type, subresource)
                .orElseThrow()
                .serve(new Subresource.Request(
                        new Call(User.named("developer", "1"), "demo", parameters),
                        Verb.create,
                        name,
                        List.of(),
                        new GivenBody(body, object, Map.of()),
                        answer));
        return answer;
    }

    static InputStream tar(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] content = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
                entry.setSize(content.length);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public void close() {
        triggers.close();
        controller.close();
        store.close();
    }

    /** What a subresource answered. */
    static final class Answer implements Subresource.Reply {
        final List<Integer> codes = new ArrayList<>();
        final ByteArrayOutputStream stream = new ByteArrayOutputStream();
        JsonNode json = Json.object();

        @Override
        public void json(int code, JsonNode body) {
            codes.add(code);
            json = body;
        }

        @Override
        public OutputStream stream(String contentType) {
            return stream;
        }

        String text() {
            return stream.toString(StandardCharsets.UTF_8);
        }
    }

    private record GivenBody(InputStream stream, ObjectNode object, Map<String, String> headers)
            implements Subresource.Body {
        @Override
        public String contentType() {
            return "";
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public UnaryOperator<ObjectNode> change() {
            return UnaryOperator.identity();
        }
    }
}
