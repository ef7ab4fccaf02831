package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code apply} beyond the daily: selecting, pruning, forcing, conflicts, parts, the note itself; {@code replace --force}. */
class ApplyFurtherTest {
    private static final String CM = "/api/v1/namespaces/demo/configmaps";
    private static final String WRITE = "?fieldManager=kubectl-client-side-apply&fieldValidation=Ignore";
    private static final String NOTE = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String BACKGROUND = " {\"propagationPolicy\":\"Background\"}";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void only_what_a_selector_takes() throws IOException {
        Files.writeString(
                home.resolve("two.json"),
                map("x", "1").replace("\"name\"", "\"labels\":{\"a\":\"b\"},\"name\"") + map("y", "1"));
        api.on("GET " + CM + "/x", noted("x", "0"));
        api.on("PATCH " + CM + "/x" + WRITE, map("x", "1"));
        assertEquals(new Ran(0, "configmap/x configured\n", ""), run("apply", "-f", "two.json", "-l", "a=b"));
        assertEquals(
                new Ran(1, "", "error: no objects passed to apply: two.json holds none with labels a=z\n"),
                run("apply", "-f", "two.json", "-l", "a=z"));
    }

    @Test
    void an_object_of_a_kind_that_the_server_does_not_have_does_not_keep_the_others() throws IOException {
        Files.writeString(
                home.resolve("mixed.yaml"),
                "{apiVersion: example.com/v1, kind: Widget, metadata: {name: w}}\n---\n" + map("x", "1"));
        api.on("GET /apis", "{\"kind\":\"APIGroupList\",\"groups\":[]}");
        api.on("GET /api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
        api.on("GET /api/v1", "{\"kind\":\"APIResourceList\",\"groupVersion\":\"v1\",\"resources\":[]}");
        api.on("GET " + CM + "/x", noted("x", "0"));
        api.on("PATCH " + CM + "/x" + WRITE, map("x", "1"));
        String words = "error: resource mapping not found for name: \"w\" namespace: \"\" from \"mixed.yaml\":"
                + " no matches for kind \"Widget\" in version \"example.com/v1\"\nensure CRDs are installed first\n";
        assertEquals(new Ran(1, "configmap/x configured\n", words), run("apply", "-f", "mixed.yaml"));
        api.on("POST " + CM + "?fieldManager=kubectl-create&fieldValidation=Ignore", 201, map("x", "1"));
        assertEquals(new Ran(1, "configmap/x created\n", words), run("create", "-f", "mixed.yaml"));
    }

    @Test
    void prunes_what_was_applied_and_is_no_longer_wanted() throws IOException {
        write(map("x", "1"));
        api.on("GET " + CM + "/x", noted("x", "1"));
        api.on(
                "GET " + CM + "?labelSelector=a%3Db&limit=500",
                "{\"items\":[" + noted("x", "1") + "," + noted("old", "1") + "," + map("other", "1") + "]}");
        api.on("DELETE " + CM + "/old", "{}");
        Files.writeString(
                home.resolve("cm.json"), map("x", "1").replace("\"name\"", "\"labels\":{\"a\":\"b\"},\"name\""));
        api.on("PATCH " + CM + "/x" + WRITE, map("x", "1"));
        assertEquals(
                new Ran(0, "configmap/x configured\nconfigmap/old pruned\n", ""),
                run("apply", "-f", "cm.json", "-l", "a=b", "--prune", "--prune-allowlist=core/v1/ConfigMap"));
        assertEquals("DELETE " + CM + "/old" + BACKGROUND, api.requests().getLast());
    }

    @Test
    void pruning_looks_at_the_usual_types_that_the_server_has() throws IOException {
        write(map("x", "1"));
        api.on("GET " + CM + "/x", noted("x", "1"));
        api.on("GET " + CM + "?limit=500", "{\"items\":[" + noted("x", "1") + "]}");
        api.on("GET /api/v1/namespaces/demo/secrets?limit=500", "{\"items\":[" + noted("old", "1") + "]}");
        assertEquals(
                new Ran(0, "configmap/x unchanged (dry run)\nsecret/old pruned (dry run)\n", ""),
                run("apply", "-f", "cm.json", "--all", "--prune", "--dry-run=client"));
        assertEquals(
                List.of(),
                api.requests().stream()
                        .filter(request -> !request.startsWith("GET "))
                        .toList());
    }

    @Test
    void nothing_is_pruned_when_something_could_not_be_applied() throws IOException {
        write(map("x", "1"));
        api.on("GET " + CM + "/x", noted("x", "0"));
        api.refuse("PATCH " + CM + "/x" + WRITE, 403, "Forbidden", "not you");
        assertEquals(
                new Ran(1, "", "Error from server (Forbidden): error when patching \"cm.json\": not you\n"),
                run("apply", "-f", "cm.json", "--all", "--prune"));
    }

    @Test
    void force_makes_anew_what_cannot_be_changed() throws IOException {
        write(map("x", "1"));
        api.on("GET " + CM + "/x", noted("x", "0"));
        api.missing("GET " + CM + "/x", "configmaps", "x");
        api.refuse("PATCH " + CM + "/x" + WRITE, 422, "Invalid", "immutable");
        api.on("DELETE " + CM + "/x", "{\"metadata\":{\"name\":\"x\",\"uid\":\"u\"}}");
        api.on("POST " + CM + WRITE, map("x", "1"));
        assertEquals(
                new Ran(0, "configmap/x configured\n", ""),
                run("apply", "-f", "cm.json", "--force", "--cascade=orphan"));
        List<String> requests = api.requests();
        assertEquals(true, requests.contains("DELETE " + CM + "/x {\"propagationPolicy\":\"Orphan\"}"));
        assertEquals("POST " + CM + WRITE + " " + noted("x", "1"), requests.getLast());
    }

    @Test
    void what_somebody_else_has_changed_is_a_conflict_if_wanted() throws IOException {
        write(map("x", "1"));
        api.on("GET " + CM + "/x", noted("x", "0").replace("\"k\":\"0\"}}", "\"k\":\"theirs\"}}"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: error when applying \"cm.json\": somebody else has changed .data.k since it was applied;"
                                + " without --overwrite=false the file wins\n"),
                run("apply", "-f", "cm.json", "--overwrite=false"));
    }

    @Test
    void a_part_of_an_object() throws IOException {
        write(map("x", "1"));
        api.on("GET " + CM + "/x/status", noted("x", "0"));
        api.on("PATCH " + CM + "/x/status" + WRITE, map("x", "1"));
        assertEquals(new Ran(0, "configmap/x configured\n", ""), run("apply", "-f", "cm.json", "--subresource=status"));
        String server = "PATCH " + CM + "/x/status?fieldManager=kubectl&fieldValidation=Ignore&force=false";
        api.on(server, map("x", "1"));
        assertEquals(
                new Ran(0, "configmap/x serverside-applied\n", ""),
                run("apply", "-f", "cm.json", "--subresource=status", "--server-side"));
        assertEquals(server + " " + map("x", "1"), api.requests().getLast());
    }

    @Test
    void flags_that_contradict_each_other() throws IOException {
        write(map("x", "1"));
        refused("--force cannot be used with --server-side", "--force", "--server-side");
        refused("--dry-run=server cannot be used with --force", "--force", "--dry-run=server");
        refused("cannot set --all and --selector at the same time", "--all", "-l", "a=b", "--prune");
        refused("--prune-allowlist and --wait only work with --prune", "--wait");
        refused("--cascade, --grace-period and --timeout only work with --prune or --force", "--timeout=1s");
        refused(
                "invalid GroupVersionKind format: v1/ConfigMap, please follow <group/version/kind>",
                "--all",
                "--prune",
                "--prune-allowlist=v1/ConfigMap",
                "--dry-run=client");
    }

    @Test
    void shows_what_was_applied_last() throws IOException {
        api.on("GET " + CM + "/x", noted("x", "1"));
        api.on("GET " + CM + "/y", map("y", "1"));
        assertEquals(
                new Ran(
                        0,
                        "apiVersion: v1\ndata:\n  k: \"1\"\nkind: ConfigMap\nmetadata:\n  annotations: {}\n  name: x\n"
                                + "  namespace: demo\n",
                        ""),
                run("apply", "view-last-applied", "cm/x"));
        assertEquals(
                new Ran(1, "", "error: no last-applied-configuration annotation found on resource: y\n"),
                run("apply", "view-last-applied", "cm", "y", "-o", "json"));
        assertEquals(
                new Ran(1, "", "error: Unexpected -o output mode: x, the flag 'output' must be one of yaml|json\n"),
                run("apply", "view-last-applied", "cm/x", "-o", "x"));
    }

    @Test
    void notes_what_was_applied_last() throws IOException {
        write(map("x", "1"));
        api.on("GET " + CM + "/x", map("x", "7"));
        api.on("PATCH " + CM + "/x", map("x", "7"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: no last-applied-configuration annotation found on resource: x, to create the annotation,"
                                + " run the command with --create-annotation\n"),
                run("apply", "set-last-applied", "-f", "cm.json"));
        assertEquals(
                new Ran(0, "configmap/x configured\n", ""),
                run("apply", "set-last-applied", "-f", "cm.json", "--create-annotation"));
        ObjectNode patch = MAPPER.createObjectNode();
        patch.putObject("metadata").putObject("annotations").put(NOTE, note("x", "1"));
        assertEquals("PATCH " + CM + "/x " + patch, api.requests().getLast());
    }

    @Test
    void replace_by_force_deletes_waits_and_creates() throws IOException {
        String write = "?fieldManager=kubectl-replace&fieldValidation=Ignore";
        write(map("x", "1").replace("\"name\"", "\"resourceVersion\":\"3\",\"name\""));
        api.missing("GET " + CM + "/x", "configmaps", "x");
        api.on("DELETE " + CM + "/x", "{\"metadata\":{\"name\":\"x\",\"uid\":\"u\"}}");
        api.on("POST " + CM + write, map("x", "1"));
        assertEquals(
                new Ran(0, "configmap \"x\" deleted from demo namespace\nconfigmap/x replaced\n", ""),
                run("replace", "-f", "cm.json", "--force", "--grace-period=0"));
        assertEquals(
                List.of(
                        "DELETE " + CM + "/x {\"propagationPolicy\":\"Background\",\"gracePeriodSeconds\":1}",
                        "GET " + CM + "/x",
                        "GET /api/v1/namespaces/demo",
                        "POST " + CM + write + " " + map("x", "1")),
                api.requests());
    }

    @Test
    void what_could_not_be_deleted_keeps_no_other_object_from_coming_back() throws IOException {
        write(map("x", "1") + map("y", "1"));
        api.refuse("DELETE " + CM + "/x", 403, "Forbidden", "not you");
        api.on("DELETE " + CM + "/y", "{}");
        api.missing("GET " + CM + "/y", "configmaps", "y");
        api.on("POST " + CM + "?fieldManager=kubectl-replace&fieldValidation=Ignore", map("y", "1"));
        assertEquals(
                new Ran(
                        1,
                        "configmap \"y\" deleted from demo namespace\nconfigmap/y replaced\n",
                        "Error from server (Forbidden): error when deleting \"cm.json\": not you\n"),
                run("replace", "-f", "cm.json", "--force"));
    }

    @Test
    void what_the_server_is_to_name_cannot_be_applied() throws IOException {
        write(map("x", "1").replace("\"name\":\"x\"", "\"generateName\":\"x-\""));
        assertEquals(
                new Ran(1, "", "error: from x-: cannot use generate name with apply\n"), run("apply", "-f", "cm.json"));
    }

    @Test
    void a_type_that_pruning_cannot_know_is_told_before_anything_is_applied() throws IOException {
        write(map("x", "1"));
        assertEquals(
                new Ran(1, "", "error: invalid GroupVersionKind format: Secret, please follow <group/version/kind>\n"),
                run("apply", "-f", "cm.json", "--prune", "--all", "--prune-allowlist=Secret"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void replaces_parts_and_paths() throws IOException {
        write(map("x", "1"));
        api.on("GET " + CM + "/x", "{\"metadata\":{\"resourceVersion\":\"3\"}}");
        api.on("PUT " + CM + "/x/status?fieldManager=kubectl-replace&fieldValidation=Ignore", map("x", "1"));
        assertEquals(new Ran(0, "configmap/x replaced\n", ""), run("replace", "-f", "cm.json", "--subresource=status"));
        api.on("PUT /some/where", "{\"answer\":1}");
        assertEquals(new Ran(0, "{\"answer\":1}", ""), run("replace", "-f", "cm.json", "--raw=/some/where"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --raw takes a path that begins with a slash, and one object in one file by -f\n"),
                run("replace", "-f", "cm.json", "--raw=some/where"));
        assertEquals(
                new Ran(1, "", "error: --cascade, --grace-period, --timeout and --wait must have --force specified\n"),
                run("replace", "-f", "cm.json", "--timeout=1s"));
        assertEquals(
                new Ran(1, "", "error: --dry-run can not be used when --force is set\n"),
                run("replace", "-f", "cm.json", "--force", "--dry-run=server"));
    }

    @Test
    void edits_what_was_applied_last() throws IOException {
        api.on("GET " + CM + "/x", noted("x", "one"));
        api.on("PATCH " + CM + "/x?fieldManager=kubectl-client-side-apply", map("x", "one"));
        assertEquals(
                new Ran(0, "configmap/x edited\n", ""),
                edit("sed -i s/one/two/", "apply", "edit-last-applied", "cm/x"));
        ObjectNode patch = MAPPER.createObjectNode();
        patch.putObject("metadata").putObject("annotations").put(NOTE, note("x", "two"));
        assertEquals(
                "PATCH " + CM + "/x?fieldManager=kubectl-client-side-apply " + patch,
                api.requests().getLast());
        assertEquals(
                new Ran(0, "", "Edit cancelled, no changes made.\n"),
                edit("true", "apply", "edit-last-applied", "cm/x"));
    }

    @Test
    void create_lets_the_objects_be_edited_first() throws IOException {
        write(map("x", "one"));
        String post = "POST " + CM + "?fieldManager=kubectl-create&fieldValidation=Ignore";
        api.on(post, map("x", "two"));
        assertEquals(
                new Ran(0, "configmap/x created\n", ""),
                edit("sed -i s/one/two/", "create", "-f", "cm.json", "--edit"));
        assertEquals(
                post + " {\"apiVersion\":\"v1\",\"data\":{\"k\":\"two\"},\"kind\":\"ConfigMap\",\"metadata\":"
                        + "{\"name\":\"x\",\"namespace\":\"demo\"}}",
                api.requests().getLast());
        assertEquals(
                new Ran(0, "", "Edit cancelled, saved file was empty.\n"),
                edit("truncate -s0", "create", "-f", "cm.json", "--edit"));
        assertEquals(
                new Ran(1, "", "error: --windows-line-endings needs --edit: no other file is written\n"),
                run("create", "-f", "cm.json", "--windows-line-endings"));
    }

    private Ran edit(String editor, String... words) {
        return Run.in(home, Map.of("EDITOR", editor, "PATH", "/usr/bin:/bin")).s2ioc(api.arguments(words));
    }

    private void refused(String words, String... flags) {
        String[] all = Stream.concat(Stream.of("apply", "-f", "cm.json"), Stream.of(flags))
                .toArray(String[]::new);
        api.on("GET " + CM + "/x", noted("x", "1"));
        Ran ran = run(all);
        assertEquals("error: " + words + "\n", ran.err());
        assertEquals(1, ran.code());
    }

    private static String map(String name, String value) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"demo\"},\"data\":{\"k\":\"" + value + "\"}}";
    }

    private static String note(String name, String value) {
        return "{\"apiVersion\":\"v1\",\"data\":{\"k\":\"" + value + "\"},\"kind\":\"ConfigMap\",\"metadata\":"
                + "{\"annotations\":{},\"name\":\"" + name + "\",\"namespace\":\"demo\"}}\n";
    }

    private static String noted(String name, String value) {
        try {
            ObjectNode object = (ObjectNode) MAPPER.readTree(map(name, value));
            ((ObjectNode) object.path("metadata")).putObject("annotations").put(NOTE, note(name, value));
            return object.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String json) throws IOException {
        Files.writeString(home.resolve("cm.json"), json);
    }

    private Ran run(String... words) {
        return api.s2ioc(home, words);
    }
}
