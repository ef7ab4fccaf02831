package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.Main;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.RawServer;
import dev.s2ioc.testing.Run;
import dev.s2ioc.testing.StreamingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code get} on the recorded state of a real OpenShift; the golden outputs are what kubectl prints for the same answers. */
class GetCommandTest {
    private static final String BUILD = "/apis/build.openshift.io/v1/namespaces/demo/";
    private static final String IMAGE = "/apis/image.openshift.io/v1/namespaces/demo/";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,"
            + "application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_subresource_is_one_of_a_named_object() {
        api.on("GET /apis/build.openshift.io/v1/namespaces/demo/builds/a/status", oneRow("a"));
        assertEquals(
                "a",
                get("build/a", "--subresource=status", "--no-headers").out().split(" ")[0]);
        assertEquals(
                new Ran(1, "", "error: --subresource needs the name of an object\n"),
                get("builds", "--subresource=status"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --subresource cannot be combined with --watch: only whole objects can be watched\n"),
                get("build/a", "--subresource=status", "-w"));
        assertEquals(
                new Ran(1, "", "error: --output-watch-events option can only be used with --watch or --watch-only\n"),
                get("builds", "--output-watch-events"));
    }

    @Test
    void of_files_only_what_has_the_labels() throws Exception {
        Files.writeString(home.resolve("two.yaml"), """
                {apiVersion: build.openshift.io/v1, kind: Build, metadata: {name: a, labels: {x: why}}}
                ---
                {apiVersion: build.openshift.io/v1, kind: Build, metadata: {name: b}}
                """);
        api.on("GET /apis/build.openshift.io/v1/namespaces/demo/builds/a", oneRow("a"));
        assertEquals(
                "NAME   TAGS\na      latest\n",
                get("-f", "two.yaml", "-l", "x in (why)").out());
        assertEquals(
                new Ran(1, "", "error: no objects passed to get: two.yaml holds none with labels x=z\n"),
                get("-f", "two.yaml", "-l", "x=z"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --field-selector cannot be combined with -f: only the server knows its fields\n"),
                get("-f", "two.yaml", "--field-selector=a=b"));
    }

    @Test
    void a_table_as_the_server_makes_it() {
        api.on("GET " + BUILD + "builds?limit=500", recorded("d-end/builds.table.json"));
        assertEquals(golden("builds.txt"), get("builds"));
        assertEquals(List.of("GET " + BUILD + "builds?limit=500"), api.requests());
        assertEquals(TABLE, api.received().getFirst().getHeader("Accept"));
    }

    @Test
    void an_empty_last_cell_leaves_the_padding_before_it() {
        api.on("GET " + IMAGE + "imagestreams?limit=500", recorded("a-created/imagestreams.table.json"));
        String repository = "image-registry.openshift-image-registry.svc:5000/demo/s2i-simple-builder";
        assertEquals(
                new Ran(
                        0,
                        "NAME                 IMAGE REPOSITORY                                                           TAGS   UPDATED\n"
                                + "s2i-simple-builder   " + repository + "          \n",
                        ""),
                get("is"));
    }

    @Test
    void several_types_in_blocks() {
        d();
        assertEquals(golden("several.txt"), get("bc,is,builds"));
        assertEquals(golden("several-no-headers.txt"), get("bc,is", "--no-headers"));
    }

    @Test
    void labels_and_kinds() {
        d();
        assertEquals(golden("builds-labels.txt"), get("builds", "--show-labels"));
        assertEquals(
                golden("columns-of-labels.txt"),
                get("builds", "-L", "openshift.io/build.start-policy,build", "-L", "nope"));
        assertEquals(golden("show-kind.txt"), get("bc", "--show-kind"));
    }

    @Test
    void wide() {
        d();
        api.on("GET /api/v1/namespaces/demo/pods?limit=500", recorded("e-app/pods.table.json"));
        assertEquals(golden("istag-wide.txt"), get("istag", "-o", "wide"));
        assertEquals(golden("pods-wide.txt"), get("pods", "-o", "wide"));
    }

    @Test
    void all_namespaces() {
        api.on("GET /apis/build.openshift.io/v1/builds?limit=500", recorded("d-end/builds.table.json"));
        assertEquals(golden("builds-all-namespaces.txt"), get("builds", "-A"));
    }

    @Test
    void sorted_by_a_field() {
        String objects =
                "{\"kind\":\"Table\",\"columnDefinitions\":[{\"name\":\"Name\",\"type\":\"string\",\"format\":\"name\"}],"
                        + "\"rows\":[" + row("b-10", "2Gi") + "," + row("b-9", "512Mi") + "," + row("a", "1G") + "]}";
        api.on("GET " + BUILD + "builds?includeObject=Object", objects);
        assertEquals(new Ran(0, "NAME\na\nb-9\nb-10\n", ""), get("builds", "--sort-by=.metadata.name"));
        assertEquals(new Ran(0, "NAME\nb-9\na\nb-10\n", ""), get("builds", "--sort-by={.spec.size}"));
        assertEquals(
                new Ran(1, "", "error: couldn't find any field with path \"{.nope}\" in the list of objects\n"),
                get("builds", "--sort-by=nope"));
    }

    private static String row(String name, String size) {
        return "{\"cells\":[\"" + name + "\"],\"object\":{\"metadata\":{\"name\":\"" + name
                + "\"},\"spec\":{\"size\":\"" + size + "\"}}}";
    }

    @Test
    void objects() {
        api.on("GET " + BUILD + "buildconfigs?limit=500", recorded("d-end/buildconfigs.json"));
        assertEquals(golden("buildconfigs.json"), get("bc", "-o", "json"));
        assertEquals(
                new Ran(0, "dtext gitapp s2i-simple-builder simple1", ""),
                get("bc", "-o", "jsonpath={.items[*].metadata.name}"));
        assertEquals(
                new Ran(
                        0,
                        "buildconfig.build.openshift.io/dtext\nbuildconfig.build.openshift.io/gitapp\n"
                                + "buildconfig.build.openshift.io/s2i-simple-builder\nbuildconfig.build.openshift.io/simple1\n",
                        ""),
                get("bc", "-o", "name"));
        assertEquals("application/json", api.received().getFirst().getHeader("Accept"));
    }

    @Test
    void one_object() {
        api.on(
                "GET " + BUILD + "builds/a",
                "{\"kind\":\"Build\",\"apiVersion\":\"build.openshift.io/v1\","
                        + "\"metadata\":{\"name\":\"a\"},\"status\":{\"phase\":\"New\"}}");
        assertEquals(new Ran(0, "New", ""), get("build", "a", "-o", "jsonpath={.status.phase}"));
        assertEquals(new Ran(0, "build.build.openshift.io/a\n", ""), get("build/a", "-o", "name"));
    }

    @Test
    void found_and_missing() {
        api.on("GET " + IMAGE + "imagestreams/simple1", oneRow("simple1"));
        api.missing("GET " + BUILD + "buildconfigs/none", "buildconfigs.build.openshift.io", "none");
        api.missing("GET " + IMAGE + "imagestreams/none", "imagestreams.image.openshift.io", "none");
        assertEquals(new Ran(1, "NAME      TAGS\nsimple1   latest\n", """
                        Error from server (NotFound): buildconfigs.build.openshift.io "none" not found
                        Error from server (NotFound): imagestreams.image.openshift.io "none" not found
                        """), get("bc/none", "is/simple1", "is/none"));
        assertEquals(new Ran(0, "", ""), get("bc", "none", "--ignore-not-found"));
        assertEquals(new Ran(0, "", ""), get("bc", "none", "--ignore-not-found", "-o", "yaml"));
    }

    @Test
    void nothing_found() {
        String empty = "{\"kind\":\"Table\",\"columnDefinitions\":[],\"rows\":null}";
        api.on("GET " + IMAGE + "imagestreams?labelSelector=a%3Db&limit=500", empty);
        api.on("GET /apis/image.openshift.io/v1/imagestreams?limit=500", empty);
        api.on("GET " + IMAGE + "imagestreams?fieldSelector=metadata.name%3Dx&limit=20", "{\"items\":[]}");
        assertEquals(new Ran(0, "", "No resources found in demo namespace.\n"), get("is", "-l", "a=b"));
        assertEquals(new Ran(0, "", "No resources found\n"), get("is", "-A"));
        assertEquals(
                new Ran(0, """
                        apiVersion: v1
                        items: []
                        kind: List
                        metadata:
                          resourceVersion: ""
                        """, ""), get("is", "--field-selector=metadata.name=x", "--chunk-size=20", "-o", "yaml"));
    }

    @Test
    void a_server_that_makes_no_tables() {
        api.on(
                "GET " + IMAGE + "imagestreams?limit=500",
                "{\"kind\":\"ImageStreamList\",\"items\":["
                        + "{\"metadata\":{\"name\":\"one\",\"creationTimestamp\":\"2999-01-01T00:00:00Z\"}},"
                        + "{\"metadata\":{\"name\":\"another\"}}]}");
        assertEquals(new Ran(0, "NAME      AGE\none       <invalid>\nanother   <unknown>\n", ""), get("is"));
    }

    @Test
    void pages_are_one_table() {
        api.on("GET " + IMAGE + "imagestreams?limit=2", page("next", "a", "b"));
        api.on("GET " + IMAGE + "imagestreams?continue=next&limit=2", page("", "a-much-longer-name"));
        assertEquals(new Ran(0, """
                        NAME   TAGS
                        a      latest
                        b      latest
                        a-much-longer-name   latest
                        """, ""), get("is", "--chunk-size=2"));
    }

    @Test
    @Timeout(180)
    void the_first_rows_are_printed_before_the_last_page_has_arrived() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (StreamingApi slow = StreamingApi.start()) {
            slow.on("GET " + IMAGE + "imagestreams", 200, page("next", "a"));
            slow.on("GET " + IMAGE + "imagestreams", exchange -> {
                while (!out.toString(StandardCharsets.UTF_8).equals("NAME   TAGS\na      latest\n")) {
                    Thread.sleep(5);
                }
                StreamingApi.answer(exchange, 200, page("", "b"));
            });
            Streams streams = Streams.plain(
                    InputStream.nullInputStream(),
                    new PrintStream(out, false, StandardCharsets.UTF_8),
                    new PrintStream(OutputStream.nullOutputStream()));
            Surroundings here = new Surroundings(Map.of("HOME", home.toString()), home, Clock.systemUTC());
            assertEquals(0, Main.run(streams, here, "--server=" + slow.url(), "--namespace=demo", "get", "is"));
        }
        assertEquals("NAME   TAGS\na      latest\nb      latest\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_list_that_comes_packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(page("", "a").getBytes(StandardCharsets.UTF_8));
        }
        try (StreamingApi packing = StreamingApi.start()) {
            packing.on("GET " + IMAGE + "imagestreams", exchange -> {
                assertEquals("gzip", exchange.getRequestHeaders().getFirst("Accept-Encoding"));
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, packed.size());
                exchange.getResponseBody().write(packed.toByteArray());
                exchange.close();
            });
            assertEquals(new Ran(0, "NAME   TAGS\na      latest\n", ""), packing.s2ioc(home, "get", "is"));
        }
    }

    @Test
    void ten_thousand_objects() {
        StringBuilder expected = new StringBuilder("NAME    TAGS\n");
        for (int number = 0; number < 20; number++) {
            String[] names = new String[500];
            for (int i = 0; i < 500; i++) {
                names[i] = String.valueOf(10_000 + number * 500 + i);
                expected.append(names[i]).append("   latest\n");
            }
            String token = number == 0 ? "" : "continue=" + number + "&";
            api.on(
                    "GET " + IMAGE + "imagestreams?" + token + "limit=500",
                    page(number == 19 ? "" : String.valueOf(number + 1), names));
        }
        assertEquals(new Ran(0, expected.toString(), ""), get("is"));
        assertEquals(20, api.requests().size());
    }

    @Test
    void an_answer_that_is_no_json() {
        api.on("GET " + IMAGE + "imagestreams?limit=500", "<html>");
        api.on("GET " + IMAGE + "imagestreams/x", "<html>");
        String words = "Error from server: the server's answer is not the JSON that was asked for;"
                + " is this the address of an API server?\n";
        assertEquals(new Ran(1, "", words), get("is"));
        assertEquals(new Ran(1, "", words), get("is", "x"));
        assertEquals(new Ran(1, "", words), get("is", "x", "-o", "yaml"));
        assertEquals(new Ran(1, "", words), get("is/x", "-w"));
    }

    @Test
    void an_answer_that_breaks_off() {
        try (RawServer server =
                RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"kind\":\"Table\",")) {
            Ran ran = Run.in(home).s2ioc("--server=http://" + server.hostAndPort(), "get", "is");
            assertEquals(
                    new Ran(
                            1,
                            "",
                            "Unable to connect to the server: the connection was closed before the answer was whole\n"),
                    ran);
        }
    }

    @Test
    void cells_cannot_steer_the_terminal() {
        api.on(
                "GET " + IMAGE + "imagestreams?limit=500",
                "{\"kind\":\"Table\",\"columnDefinitions\":[{\"name\":\"A\"},"
                        + "{\"name\":\"B\"},{\"name\":\"C\"}],\"rows\":[{\"cells\":[\"a\\u001b[31m\\tb\",\"one\\ntwo\",null]},"
                        + "{\"cells\":[1,true]}]}");
        assertEquals(
                new Ran(0, "A            B        C\na^[[31m^Ib   one...   \n1            true     \n", ""), get("is"));
    }

    @Test
    void watching_a_list() {
        api.on("GET " + IMAGE + "imagestreams?limit=500", page("", "a"));
        String watch = "GET " + IMAGE + "imagestreams?watch=true&allowWatchBookmarks=true&resourceVersion=";
        api.on(watch + 5, event("ADDED", "new", 6) + event("DELETED", "a-long-name", 7));
        api.refuse(watch + 7, 403, "Forbidden", "enough");
        String end = "Error from server (Forbidden): enough\n";
        assertEquals(
                new Ran(1, "NAME   TAGS\na      latest\nnew    latest\na-long-name   latest\n", end), get("is", "-w"));
        assertEquals(
                new Ran(
                        1,
                        "EVENT      NAME   TAGS\nADDED      a      latest\nADDED      new    latest\n"
                                + "DELETED    a-long-name   latest\n",
                        end),
                get("is", "-w", "--output-watch-events"));
        assertEquals(new Ran(1, "NAME   TAGS\nnew    latest\na-long-name   latest\n", end), get("is", "--watch-only"));
    }

    @Test
    @Timeout(180)
    void watching_ends_when_the_request_timeout_is_over() {
        api.on("GET " + IMAGE + "imagestreams?limit=500", page("", "a"));
        String watch = "GET " + IMAGE + "imagestreams?watch=true&allowWatchBookmarks=true&resourceVersion=";
        api.on(watch + 5, event("ADDED", "new", 6));
        api.on(watch + 6, "");
        Ran expected = new Ran(0, "NAME   TAGS\na      latest\nnew    latest\n", "");
        int seconds = 1;
        Ran ran = get("is", "-w", "--request-timeout=1s");
        // On a busy machine the time may be up before the event is asked for.
        while (!ran.equals(expected) && seconds < 16) {
            seconds *= 2;
            ran = get("is", "-w", "--request-timeout=" + seconds + "s");
        }
        assertEquals(expected, ran);
    }

    @Test
    void watching_one_object() {
        api.on("GET " + BUILD + "builds/a", build("New", 3));
        String watch = "GET " + BUILD
                + "builds?fieldSelector=metadata.name%3Da&watch=true&allowWatchBookmarks=true&resourceVersion=";
        api.on(watch + 3, "{\"type\":\"MODIFIED\",\"object\":" + build("Running", 4) + "}\n");
        api.refuse(watch + 4, 403, "Forbidden", "enough");
        assertEquals(
                new Ran(1, "New Running ", "Error from server (Forbidden): enough\n"),
                get("build/a", "-w", "-o", "jsonpath={.status.phase} "));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: watch is only supported on individual resources and resource collections"
                                + " - more than 1 resource was found\n"),
                get("bc,is", "-w"));
    }

    @Test
    void from_a_file() throws Exception {
        Files.writeString(home.resolve("o.yaml"), """
                apiVersion: image.openshift.io/v1
                kind: ImageStream
                metadata: {name: simple1, namespace: other}
                ---
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: build.openshift.io/v1, kind: BuildConfig, metadata: {name: x}}
                """);
        api.on("GET " + IMAGE.replace("demo", "other") + "imagestreams/simple1", oneRow("simple1"));
        api.on("GET " + BUILD.replace("demo", "default") + "buildconfigs/x", oneRow("x"));
        assertEquals(new Ran(0, """
                        NAME                                     TAGS
                        imagestream.image.openshift.io/simple1   latest

                        NAME                               TAGS
                        buildconfig.build.openshift.io/x   latest
                        """, ""), Run.in(home).s2ioc("--server=" + api.url(), "get", "-f", "o.yaml"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: the namespace from the provided object \"other\" does not match the namespace \"demo\"."
                                + " You must pass '--namespace=other' to perform this operation.\n"),
                get("-f", "o.yaml"));
    }

    @Test
    void raw() {
        api.on("GET /healthz?verbose", "ok\n");
        assertEquals(new Ran(0, "ok\n", ""), get("--raw", "/healthz?verbose"));
    }

    @Test
    void wrong_words() {
        api.on("GET /api", "{\"kind\":\"APIVersions\",\"versions\":[]}");
        api.on("GET /apis", "{\"kind\":\"APIGroupList\",\"groups\":[]}");
        assertEquals(new Ran(1, "", "error: the server doesn't have a resource type \"nosuch\"\n"), get("nosuch"));
        assertEquals(
                new Ran(1, "", "error: name cannot be provided when a selector is specified\n"),
                get("bc", "x", "-l", "a=b"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: a kustomization is built by the program kustomize or kubectl, and neither is on the PATH;"
                                + " install one of them, or pass what another machine has built: -f FILE\n"),
                get("-k", "d"));
        assertEquals(new Ran(1, "", "error: the path \"none.yaml\" does not exist\n"), get("-f", "none.yaml"));
        assertEquals(new Ran(1, "", """
                        You must specify the type of resource to get. Use "s2ioc api-resources" for a complete list of supported resources.

                        error: Required resource not specified.
                        Use "s2ioc explain <resource>" for a detailed description of that resource (e.g. s2ioc explain pods).
                        See 's2ioc get -h' for help and examples
                        """), get());
    }

    private void d() {
        api.on("GET " + BUILD + "builds?limit=500", recorded("d-end/builds.table.json"));
        api.on("GET " + BUILD + "buildconfigs?limit=500", recorded("d-end/buildconfigs.table.json"));
        api.on("GET " + IMAGE + "imagestreams?limit=500", recorded("d-end/imagestreams.table.json"));
        api.on("GET " + IMAGE + "imagestreamtags?limit=500", recorded("d-end/imagestreamtags.table.json"));
    }

    private Ran get(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "get";
        System.arraycopy(words, 0, all, 1, words.length);
        return api.s2ioc(home, all);
    }

    private static String recorded(String name) {
        return MockApi.resource("/recordings/" + name);
    }

    private static Ran golden(String name) {
        return new Ran(0, MockApi.resource("/golden/get/" + name), "");
    }

    private static String build(String phase, int revision) {
        return "{\"kind\":\"Build\",\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"" + revision
                + "\"},\"status\":{\"phase\":\"" + phase + "\"}}";
    }

    private static String oneRow(String name) {
        return page("", name);
    }

    private static String event(String type, String name, int revision) {
        return "{\"type\":\"" + type + "\",\"object\":{\"kind\":\"Table\",\"rows\":[{\"cells\":[\"" + name
                + "\",\"latest\"],\"object\":{\"metadata\":{\"name\":\"" + name + "\",\"resourceVersion\":\"" + revision
                + "\"}}}]}}\n";
    }

    private static String page(String token, String... names) {
        String rows = String.join(
                ",",
                Stream.of(names)
                        .map(name -> "{\"cells\":[\"" + name + "\",\"latest\"],\"object\":{\"metadata\":{\"name\":\""
                                + name + "\",\"resourceVersion\":\"1\"}}}")
                        .toList());
        return "{\"kind\":\"Table\",\"metadata\":{\"resourceVersion\":\"5\",\"continue\":\"" + token
                + "\"},\"columnDefinitions\":[{\"name\":\"Name\",\"type\":\"string\",\"format\":\"name\"},"
                + "{\"name\":\"Tags\",\"type\":\"string\"}],\"rows\":[" + rows + "]}";
    }
}
