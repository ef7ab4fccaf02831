package dev.s2ioc.cluster.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.ApiClient.Answer;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every verb that discovery names works, below objects too; and no other is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdvertisedTest {
    private static final List<String> VERBS =
            List.of("create", "get", "list", "watch", "update", "patch", "delete", "deletecollection");
    private static final List<String> BELOW = List.of("create", "get", "update", "patch", "delete");
    /** Served to callers who ask for another protocol than HTTP. */
    private static final Set<String> STREAMS = Set.of("exec", "attach", "portforward");

    private static final Set<Integer> DONE = Set.of(200, 201);

    private WholeCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new WholeCluster(directory);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void every_advertised_verb_works_and_no_other_is_served() {
        List<String> wrong = new ArrayList<>();
        for (Advertised resource : cluster.advertised()) {
            for (String verb : VERBS) {
                prepare(resource);
                Answer answer = ask(resource, verb);
                boolean right = resource.can(verb) ? DONE.contains(answer.code()) : answer.code() == 405;
                if (!right) {
                    wrong.add(verb + " " + resource.resource() + ": " + answer.refusal());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_advertised_subresource_works_and_no_other_verb_is_served() {
        List<String> wrong = new ArrayList<>();
        for (Advertised resource : cluster.advertised()) {
            resource.subresources().forEach((name, verbs) -> {
                for (String verb : BELOW) {
                    prepare(resource);
                    Answer answer = askBelow(resource, name, verb);
                    boolean done = DONE.contains(answer.code()) || STREAMS.contains(name) && answer.code() == 400;
                    boolean right = verbs.contains(verb) ? done : answer.code() == 405;
                    if (!right) {
                        wrong.add(verb + " " + resource.resource() + "/" + name + ": " + answer.refusal());
                    }
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_kind_is_described_for_clients_that_look_at_fields() {
        for (Advertised resource : cluster.advertised()) {
            Answer document = cluster.get("/openapi/v3" + resource.root());
            assertEquals(
                    true,
                    document.body()
                            .at("/components/schemas")
                            .valueStream()
                            .anyMatch(schema -> schema.path("x-kubernetes-group-version-kind")
                                    .valueStream()
                                    .anyMatch(kind -> Json.at(kind, "kind").equals(resource.kind()))),
                    resource.resource());
            String path = resource.collection().replace(WholeCluster.NAMESPACE, "{namespace}");
            assertEquals(
                    resource.can("list") || resource.can("create"),
                    document.body().path("paths").has(path),
                    resource.resource());
            assertEquals(
                    resource.can("list") || resource.can("create"),
                    cluster.get("/openapi/v2").body().path("paths").has(path),
                    resource.resource());
        }
    }

    /** Makes what is asked about: one object called {@code there}, and what special kinds need. */
    private void prepare(Advertised resource) {
        if (resource.can("create", "get")) {
            cluster.post(
                    resource.collection(), Samples.of(resource, name(resource)).toString());
        }
        if (resource.plural().startsWith("imagestream")) {
            cluster.tag("there");
        }
        if (resource.plural().equals("deploymentconfigs")) {
            cluster.deployed(name(resource));
        }
        if (resource.plural().equals("pods")) {
            cluster.build("there");
        }
    }

    private String name(Advertised resource) {
        return switch (resource.plural()) {
            case "users" -> "developer";
            case "storageclasses" -> "local";
            case "persistentvolumes" -> cluster.volume();
            case "imagestreams" -> "there";
            case "imagestreamtags", "imagetags" -> "there:latest";
            default -> Samples.name(resource, "there");
        };
    }

    private Answer ask(Advertised resource, String verb) {
        String collection = resource.collection();
        String one = collection + "/" + name(resource);
        return switch (verb) {
            case "create" -> {
                // A mapping is of a stream that there is.
                String name = resource.plural().equals("imagestreammappings")
                        ? "base"
                        : Samples.name(resource, "new-" + resource.plural());
                boolean sampled = resource.can("create");
                yield cluster.post(
                        collection, sampled ? Samples.of(resource, name).toString() : "{}");
            }
            case "get" -> cluster.get(one);
            case "list" -> cluster.get(collection);
            case "watch" -> cluster.get(collection + "?watch=true&timeoutSeconds=0");
            case "update" ->
                resource.can("get")
                        ? put(one, () -> noted(resource, cluster.get(one)).toString())
                        : cluster.put(one, "{}");
            case "patch" -> cluster.patch(one, "merge-patch+json", new Subject(cluster, resource).note("1"));
            case "delete" -> cluster.delete(one, "");
            default -> cluster.delete(collection + "?labelSelector=no%3Dmatch", "");
        };
    }

    /** As clients do: when a controller has changed the object in between, it is read again. */
    private Answer put(String path, Supplier<String> newest) {
        Answer answer = cluster.put(path, newest.get());
        for (int again = 0; again < 20 && answer.code() == 409; again++) {
            answer = cluster.put(path, newest.get());
        }
        return answer;
    }

    private ObjectNode noted(Advertised resource, Answer answer) {
        ObjectNode object = answer.body().deepCopy().isObject() ? (ObjectNode) answer.body() : Json.object();
        return new Subject(cluster, resource).noted(object, "1");
    }

    private Answer askBelow(Advertised resource, String sub, String verb) {
        // No engine runs here, so that pods of builds are the only ones that have said something.
        String said = resource.plural().equals("pods") && sub.equals("log") ? "there-build" : name(resource);
        String object = resource.collection() + "/" + said;
        String path = object + "/" + sub;
        return switch (verb) {
            case "get" -> cluster.get(path);
            case "update" -> put(path, () -> cluster.get(object).body().toString());
            case "patch" -> cluster.patch(path, "merge-patch+json", "{\"status\":{\"x\":{}}}");
            case "delete" -> cluster.delete(path, "");
            default ->
                cluster.post(sub.equals("webhooks") ? path + "/s3cret/generic" : path, body(sub, name(resource)));
        };
    }

    private static String body(String sub, String object) {
        return switch (sub) {
            case "instantiate", "clone" ->
                "{\"force\":true,\"kind\":\"BuildRequest\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\""
                        + object + "\"}}";
            case "rollback" -> "{\"spec\":{\"revision\":1,\"includeTemplate\":true}}";
            case "instantiatebinary" -> "FROM scratch\n";
            default -> "{}";
        };
    }
}
