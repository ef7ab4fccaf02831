package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff}: what is asked, what is shown, and the exit codes. */
class DiffCommandTest {
    private static final String CFG = "/api/v1/namespaces/demo/configmaps/cfg";
    private static final String DRY = "?dryRun=All&fieldManager=kubectl-client-side-apply&fieldValidation=Ignore";
    private static final String OLD = config("b");
    private static final String NEW = config("c");

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void file() throws IOException {
        Files.writeString(home.resolve("cm.json"), NEW);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void what_is_different_is_shown() {
        api.on("GET " + CFG, OLD).on("PATCH " + CFG + DRY, NEW);
        assertEquals(new Ran(1, """
                --- LIVE/v1.ConfigMap.demo.cfg
                +++ MERGED/v1.ConfigMap.demo.cfg
                @@ -1,6 +1,6 @@
                 apiVersion: v1
                 data:
                -  a: b
                +  a: c
                 kind: ConfigMap
                 metadata:
                   name: cfg
                """, ""), diff("/usr/bin/diff -u -N", "-f", "cm.json"));
        assertEquals(List.of("GET " + CFG, "PATCH " + CFG + DRY + " {\"data\":{\"a\":\"c\"}}"), api.requests());
    }

    @Test
    void what_is_the_same_is_not() {
        api.on("GET " + CFG, NEW);
        assertEquals(new Ran(0, "", ""), diff("/usr/bin/diff -u -N", "-f", "cm.json", "--concurrency=4"));
        assertEquals(List.of("GET " + CFG), api.requests());
    }

    @Test
    void the_note_of_an_apply_is_no_difference() {
        String note = "\"annotations\":{\"kubectl.kubernetes.io/last-applied-configuration\":"
                + "\"{\\\"metadata\\\":{\\\"annotations\\\":{},\\\"name\\\":\\\"cfg\\\"},\\\"data\\\":{\\\"a\\\":\\\"c\\\"}}\"},";
        api.on("GET " + CFG, NEW.replace("\"name\"", note + "\"name\""));
        assertEquals(new Ran(0, "", ""), diff("/usr/bin/diff -u -N", "-f", "cm.json"));
        assertEquals(List.of("GET " + CFG), api.requests());
    }

    @Test
    void nothing_differs_from_nothing() throws IOException {
        Files.writeString(home.resolve("empty.yaml"), "");
        assertEquals(new Ran(0, "", ""), diff("/usr/bin/diff -u -N", "-f", "empty.yaml"));
    }

    @Test
    void other_labels_do_not_count() {
        assertEquals(new Ran(0, "", ""), diff("/usr/bin/diff -u -N", "-f", "cm.json", "-l", "a=b"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void a_new_object_is_all_new() {
        api.missing("GET " + CFG, "configmaps", "cfg").on("POST /api/v1/namespaces/demo/configmaps" + DRY, NEW);
        Ran ran = diff("/usr/bin/diff -u -N", "-f", "cm.json");
        assertEquals(1, ran.code());
        assertEquals("@@ -0,0 +1,7 @@", ran.out().lines().toList().get(2));
    }

    @Test
    void the_server_merges() {
        String apply = "PATCH " + CFG + "?dryRun=All&fieldManager=kubectl&fieldValidation=Ignore&force=false";
        api.on("GET " + CFG, OLD).on(apply, NEW);
        assertEquals(
                1, diff("/usr/bin/diff -u -N", "-f", "cm.json", "--server-side").code());
        assertEquals(apply, api.requests().get(1).split(" \\{")[0]);
    }

    @Test
    void without_a_program_the_same_is_shown() {
        api.on("GET " + CFG, OLD).on("PATCH " + CFG + DRY, NEW);
        Ran ran = Run.in(home, Map.of("PATH", "/nowhere")).s2ioc(api.arguments("diff", "-f", "cm.json"));
        assertEquals(1, ran.code());
        assertEquals(
                true, ran.out().endsWith(" data:\n-  a: b\n+  a: c\n kind: ConfigMap\n metadata:\n   name: cfg\n"));
    }

    @Test
    void what_secrets_hold_is_hidden() throws IOException {
        String secret = NEW.replace("ConfigMap", "Secret");
        Files.writeString(home.resolve("cm.json"), secret);
        String path = CFG.replace("configmaps", "secrets");
        api.on("GET " + path, OLD.replace("ConfigMap", "Secret")).on("PATCH " + path + DRY, secret);
        Ran ran = diff("/usr/bin/diff -u -N", "-f", "cm.json");
        assertEquals(
                List.of("-  a: '*** (before)'", "+  a: '*** (after)'"),
                ran.out().lines().filter(line -> line.matches("[-+]  .*")).toList());
    }

    @Test
    void what_cannot_be_told_is_neither() {
        api.refuse("GET " + CFG, 403, "Forbidden", "no");
        assertEquals(
                new Ran(2, "", "Error from server (Forbidden): no\n"), diff("/usr/bin/diff -u -N", "-f", "cm.json"));
        assertEquals(
                new Ran(2, "", "error: the path \"x.json\" does not exist\n"),
                diff("/usr/bin/diff -u -N", "-f", "x.json"));
        assertEquals(
                new Ran(2, "", "error: --prune-allowlist only works with --prune\n"),
                diff("/usr/bin/diff -u -N", "-f", "cm.json", "--prune-allowlist=core/v1/Secret"));
        assertEquals(
                new Ran(2, "", "error: unexpected argument \"x\"\nSee 's2ioc diff --help' for usage.\n"),
                diff("/usr/bin/diff -u -N", "-f", "cm.json", "x"));
    }

    @Test
    void a_program_that_is_not_there() {
        api.on("GET " + CFG, NEW);
        assertEquals(
                new Ran(2, "", "error: failed to run \"/nowhere/diff\": executable file not found in $PATH\n"),
                diff("/nowhere/diff", "-f", "cm.json"));
    }

    @Test
    void what_would_be_pruned_is_shown() {
        String noted = "\"annotations\":{\"kubectl.kubernetes.io/last-applied-configuration\":\"{}\"}";
        String gone = "{\"metadata\":{\"name\":\"gone\",\"namespace\":\"demo\",\"labels\":{\"app\":\"x\"}," + noted
                + "},\"data\":{\"a\":\"b\"}}";
        String foreign = "{\"metadata\":{\"name\":\"foreign\",\"namespace\":\"demo\"}}";
        api.on("GET " + CFG, NEW);
        api.on(
                "GET /api/v1/namespaces/demo/configmaps?limit=500",
                "{\"items\":[" + gone + "," + foreign + "," + NEW.replace("\"name\"", noted + ",\"name\"") + "]}");
        String[] words = {"-f", "cm.json", "--prune", "--prune-allowlist=core/v1/ConfigMap"};
        Ran ran = diff("/usr/bin/diff -u -N", words);
        assertEquals(new Ran(1, """
                --- LIVE/v1.ConfigMap.demo.gone
                +++ MERGED/v1.ConfigMap.demo.gone
                @@ -1,11 +0,0 @@
                -apiVersion: v1
                -data:
                -  a: b
                -kind: ConfigMap
                -metadata:
                -  annotations:
                -    kubectl.kubernetes.io/last-applied-configuration: '{}'
                -  labels:
                -    app: x
                -  name: gone
                -  namespace: demo
                """, ""), ran);
        Ran own = Run.in(home, Map.of("PATH", "/nowhere"))
                .s2ioc(api.arguments("diff", words[0], words[1], words[2], words[3]));
        assertEquals(1, own.code());
        assertEquals(true, own.out().endsWith("-  name: gone\n-  namespace: demo\n"), own.out());
    }

    private static String config(String value) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"cfg\",\"namespace\":\"demo\"},\"data\":{\"a\":\""
                + value + "\"}}";
    }

    /** Without what differs from run to run: the names of directories, the times, the line that repeats the command. */
    private Ran diff(String program, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "diff";
        System.arraycopy(words, 0, all, 1, words.length);
        Ran ran = Run.in(home, Map.of("KUBECTL_EXTERNAL_DIFF", program)).s2ioc(api.arguments(all));
        String out = ran.out()
                .replaceAll("(?m)^diff .*\n|\t.*", "")
                .replaceAll("(?m)^([-+]{3}) .*/(LIVE|MERGED)-[0-9]+/", "$1 $2/");
        return new Ran(ran.code(), out, ran.err());
    }
}
