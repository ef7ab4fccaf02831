package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code label}, {@code annotate} and {@code patch}: what is sent, what is said. */
class ChangeCommandsTest {
    private static final String SB = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs/sb";
    private static final String NAME = "buildconfig.build.openshift.io/sb ";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void sets_a_label() {
        stored("{}");
        api.on("PATCH " + SB + "?fieldManager=kubectl-label", "{\"metadata\":{\"name\":\"sb\"}}");
        assertEquals(new Ran(0, NAME + "labeled\n", ""), run("label", "bc/sb", "x=y"));
        assertEquals(
                List.of(
                        "GET " + SB,
                        "PATCH " + SB + "?fieldManager=kubectl-label {\"metadata\":{\"labels\":{\"x\":\"y\"}}}"),
                api.requests());
    }

    @Test
    void removes_a_label() {
        stored("{\"labels\":{\"x\":\"y\"}}");
        api.on("PATCH " + SB + "?fieldManager=kubectl-label", "{\"metadata\":{\"name\":\"sb\"}}");
        assertEquals(new Ran(0, NAME + "unlabeled\n", ""), run("label", "bc/sb", "x-"));
        assertEquals(
                "PATCH " + SB + "?fieldManager=kubectl-label {\"metadata\":{\"labels\":{\"x\":null}}}",
                api.requests().getLast());
    }

    @Test
    void what_a_label_has_already_is_not_sent() {
        stored("{\"labels\":{\"x\":\"y\"}}");
        assertEquals(new Ran(0, NAME + "not labeled\n", ""), run("label", "bc/sb", "x=y"));
        assertEquals(new Ran(0, "label \"z\" not found.\n" + NAME + "not labeled\n", ""), run("label", "bc/sb", "z-"));
        assertEquals(List.of("GET " + SB, "GET " + SB), api.requests());
    }

    @Test
    void another_value_needs_overwrite() {
        stored("{\"labels\":{\"x\":\"y\"},\"annotations\":{\"d\":\"e\"}}");
        assertEquals(
                new Ran(1, "", "error: 'x' already has a value (y), and --overwrite is false\n"),
                run("label", "bc/sb", "x=z"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --overwrite is false but found the following declared annotation(s): 'd' already has a"
                                + " value (e)\n"),
                run("annotate", "bc/sb", "d=f"));
        assertEquals(
                new Ran(0, NAME + "labeled (dry run)\n", ""),
                run("label", "bc/sb", "x=z", "--overwrite", "--dry-run=client"));
    }

    @Test
    void lists_labels() {
        stored("{\"labels\":{\"x\":\"y\",\"b\":\"c\"}}");
        assertEquals(new Ran(0, "b=c\nx=y\n", ""), run("label", "bc/sb", "--list"));
    }

    @Test
    void annotates_only_the_revision_that_was_meant() {
        stored("{}");
        api.refuse("PATCH " + SB + "?dryRun=All&fieldManager=me", 409, "Conflict", "it has changed");
        assertEquals(
                new Ran(1, "", "Error from server (Conflict): it has changed\n"),
                run("annotate", "bc/sb", "d=e", "--resource-version=1", "--dry-run=server", "--field-manager=me"));
        assertEquals(
                "PATCH " + SB + "?dryRun=All&fieldManager=me {\"metadata\":{\"annotations\":{\"d\":\"e\"},"
                        + "\"resourceVersion\":\"1\"}}",
                api.requests().getLast());
    }

    @Test
    void a_label_that_is_there_already_is_not_set_on_another_revision() {
        stored("{\"labels\":{\"x\":\"y\"}}");
        api.refuse("PATCH " + SB + "?fieldManager=kubectl-label", 409, "Conflict", "it has changed");
        assertEquals(
                new Ran(1, "", "Error from server (Conflict): it has changed\n"),
                run("label", "bc/sb", "x=y", "--resource-version=1"));
    }

    @Test
    void a_part_that_objects_do_not_have() {
        stored("{}");
        api.on(
                "GET /apis",
                "{\"kind\":\"APIGroupList\",\"groups\":[{\"name\":\"build.openshift.io\",\"versions\":"
                        + "[{\"groupVersion\":\"build.openshift.io/v1\",\"version\":\"v1\"}]}]}");
        api.on("GET /api", "{\"kind\":\"APIVersions\",\"versions\":[]}");
        api.on(
                "GET /apis/build.openshift.io/v1",
                "{\"kind\":\"APIResourceList\",\"groupVersion\":"
                        + "\"build.openshift.io/v1\",\"resources\":[{\"name\":\"buildconfigs\",\"singularName\":\"\","
                        + "\"namespaced\":true,\"kind\":\"BuildConfig\",\"verbs\":[\"get\"]}]}");
        api.refuse(
                "PATCH " + SB + "/odd?fieldManager=kubectl-patch",
                404,
                "NotFound",
                "the server could not find the requested resource");
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): the server could not find the requested resource\n"),
                run("patch", "bc/sb", "--subresource=odd", "-p", "{}"));
    }

    @Test
    void by_selector_over_all_namespaces() {
        api.on("GET /apis/build.openshift.io/v1/buildconfigs?labelSelector=a%3Db&limit=500", """
                {"items":[{"metadata":{"name":"sb","namespace":"demo"}}]}""");
        api.on("PATCH " + SB + "?fieldManager=kubectl-annotate", "{\"metadata\":{\"name\":\"sb\"}}");
        assertEquals(new Ran(0, NAME + "annotated\n", ""), run("annotate", "bc", "-l", "a=b", "-A", "d=e"));
    }

    @Test
    void one_missing_object_does_not_keep_the_others() {
        api.missing("GET " + SB.replace("sb", "no"), "buildconfigs.build.openshift.io", "no");
        stored("{}");
        api.on("PATCH " + SB + "?fieldManager=kubectl-label", "{\"metadata\":{\"name\":\"sb\"}}");
        assertEquals(
                new Ran(
                        1,
                        NAME + "labeled\n",
                        "Error from server (NotFound): buildconfigs.build.openshift.io \"no\" not found\n"),
                run("label", "bc", "no", "sb", "x=y"));
    }

    @Test
    void mistakes_before_anything_is_asked() {
        assertEquals(new Ran(1, "", "error: at least one label update is required\n"), run("label", "bc/sb"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: one or more resources must be specified as <resource> <name> or <resource>/<name>\n"),
                run("label", "x=y"));
        assertEquals(
                new Ran(1, "", "error: can not both modify and remove a label in the same command\n"),
                run("label", "bc/sb", "x=1", "x-"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: can not both modify and remove the following annotation(s) in the same command: x\n"),
                run("annotate", "bc/sb", "x=1", "x-"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid label value: \"x=a b\": a valid label must be an empty string or consist of"
                                + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                                + " character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is"
                                + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')\n"),
                run("label", "bc/sb", "x=a b"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid label value: \"x=" + "y".repeat(64)
                                + "\": must be no more than 63 characters\n"),
                run("label", "bc/sb", "x=" + "y".repeat(64)));
        assertEquals(
                new Ran(1, "", "error: --resource-version may only be used with a single resource\n"),
                run("label", "bc", "sb", "sc", "x=1", "--resource-version=1"));
        assertEquals(
                new Ran(1, "", "error: unable to read patch file: open none: no such file or directory\n"),
                run("patch", "bc/sb", "--patch-file=none"));
        assertEquals(
                new Ran(1, "", "error: all resources must be specified before annotation changes: bc/sb\n"),
                run("annotate", "x=1", "bc/sb"));
        assertEquals(
                new Ran(1, "", "error: --type must be one of [json merge strategic], not \"x\"\n"),
                run("patch", "bc/sb", "--type=x", "-p", "{}"));
        assertEquals(
                new Ran(1, "", "error: must specify --patch or --patch-file containing the contents of the patch\n"),
                run("patch", "bc/sb"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void patches() {
        stored("{}");
        api.on("PATCH " + SB + "?fieldManager=kubectl-patch", "{\"metadata\":{\"name\":\"sb\"},\"spec\":1}");
        assertEquals(
                new Ran(0, NAME + "patched\n", ""),
                run("patch", "bc/sb", "-p", "{\"spec\":{\"runPolicy\":\"Parallel\"}}"));
        assertEquals(
                List.of(
                        "GET " + SB,
                        "PATCH " + SB + "?fieldManager=kubectl-patch {\"spec\":{\"runPolicy\":\"Parallel\"}}"),
                api.requests());
        assertEquals(
                "application/strategic-merge-patch+json",
                api.received().getLast().getHeader("Content-Type"));
    }

    @Test
    void says_when_a_patch_has_changed_nothing() {
        String same =
                "{\"apiVersion\":\"build.openshift.io/v1\",\"kind\":\"BuildConfig\",\"metadata\":{\"name\":\"sb\"}}";
        api.on("GET " + SB, same).on("PATCH " + SB + "?fieldManager=kubectl-patch", same);
        assertEquals(
                new Ran(0, NAME + "patched (no change)\n", ""), run("patch", "bc", "sb", "--type=merge", "-p", "a: 1"));
        assertEquals(
                "PATCH " + SB + "?fieldManager=kubectl-patch {\"a\":1}",
                api.requests().getLast());
        assertEquals("application/merge-patch+json", api.received().getLast().getHeader("Content-Type"));
    }

    @Test
    void patches_a_subresource() {
        stored("{}");
        api.on("PATCH " + SB + "/status?fieldManager=kubectl-patch", "{\"metadata\":{\"name\":\"sb\"}}");
        assertEquals(
                new Ran(0, NAME + "patched\n", ""), run("patch", "bc/sb", "--subresource=status", "-p", "{\"a\":1}"));
    }

    private void stored(String metadata) {
        String rest = metadata.equals("{}") ? "}" : "," + metadata.substring(1);
        api.on("GET " + SB, "{\"metadata\":{\"name\":\"sb\"" + rest + "}");
    }

    private Ran run(String... words) {
        return api.s2ioc(home, words);
    }
}
