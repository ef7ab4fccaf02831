package dev.s2ioc.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A foreign client: kubectl makes, shows, changes and removes objects of the local cluster as on any other. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlObjectsEngineTest {
    private ForeignCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new ForeignCluster(directory);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void it_creates_gets_changes_and_deletes() throws Exception {
        Kubectl kubectl = cluster.kubectl("life");
        assertEquals("configmap/cfg created\n", kubectl.out("create", "cm", "cfg", "--from-literal=a=1"));
        assertEquals("configmap/cfg labeled\n", kubectl.out("label", "cm", "cfg", "app=x"));
        assertEquals("configmap/cfg not labeled\n", kubectl.out("label", "cm", "cfg", "app=x"));
        assertEquals(
                new Ran(1, "", "error: 'app' already has a value (x), and --overwrite is false\n"),
                kubectl.run("label", "cm", "cfg", "app=y"));
        assertEquals("configmap/cfg annotated\n", kubectl.out("annotate", "cm", "cfg", "note=n"));
        assertEquals("configmap/cfg patched\n", kubectl.out("patch", "cm", "cfg", "-p", "{\"data\":{\"b\":\"2\"}}"));
        assertEquals(
                "configmap/cfg patched (no change)\n",
                kubectl.out("patch", "cm", "cfg", "-p", "{\"data\":{\"b\":\"2\"}}"));
        assertEquals(
                "configmap/cfg patched\n",
                kubectl.out(
                        "patch",
                        "cm",
                        "cfg",
                        "--type=json",
                        "-p",
                        "[{\"op\":\"replace\",\"path\":\"/data/b\",\"value\":\"3\"}]"));
        assertEquals(
                "{\"a\":\"1\",\"b\":\"3\"} {\"app\":\"x\"} {\"note\":\"n\"}",
                kubectl.out("get", "cm", "cfg", "-o", "jsonpath={.data} {.metadata.labels} {.metadata.annotations}"));
        assertEquals("configmap \"cfg\" deleted\n", kubectl.out("delete", "cm", "cfg", "--now"));
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): configmaps \"cfg\" not found\n"),
                kubectl.run("get", "cm", "cfg"));
        assertEquals("", kubectl.out("delete", "cm", "cfg", "--ignore-not-found"));
    }

    @Test
    void it_makes_secrets_of_all_types() throws Exception {
        Kubectl kubectl = cluster.kubectl("secrets");
        kubectl.out("create", "secret", "generic", "plain", "--from-literal=a=1");
        kubectl.out(
                "create",
                "secret",
                "docker-registry",
                "pull",
                "--docker-server=x",
                "--docker-username=u",
                "--docker-password=p");
        assertEquals(
                "NAME    TYPE     KEYS\nplain   Opaque   map[a:MQ==]\n",
                kubectl.out(
                        "get",
                        "secrets",
                        "--field-selector=type=Opaque",
                        "-o",
                        "custom-columns=NAME:.metadata.name,TYPE:.type,KEYS:.data"));
        // The project's accounts have registry secrets of their own.
        assertEquals(
                "secret/plain\nsecret/pull\n",
                kubectl.out(
                        "get",
                        "secrets",
                        "--field-selector=type!=kubernetes.io/dockercfg",
                        "--chunk-size=1",
                        "-o",
                        "name"));
        assertEquals("""
                Name:         pull
                Namespace:    secrets
                Labels:       <none>
                Annotations:  <none>

                Type:  kubernetes.io/dockerconfigjson

                Data
                ====
                .dockerconfigjson:  61 bytes
                """, kubectl.out("describe", "secret", "pull"));
    }

    @Test
    void it_selects_and_sorts() throws Exception {
        Kubectl kubectl = cluster.kubectl("chosen");
        for (String name : new String[] {"b", "a", "c"}) {
            kubectl.out("create", "cm", name, "--from-literal=k=" + name);
        }
        kubectl.out("label", "cm", "a", "b", "tier=one");
        assertEquals("configmap/a\nconfigmap/b\n", kubectl.out("get", "cm", "-l", "tier in (one,two)", "-o", "name"));
        assertEquals("configmap/c\n", kubectl.out("get", "cm", "-l", "!tier", "-o", "name"));
        assertEquals("configmap/b\n", kubectl.out("get", "cm", "--field-selector=metadata.name=b", "-o", "name"));
        assertEquals(
                "a b c ",
                kubectl.out("get", "cm", "--sort-by=.data.k", "-o", "go-template={{range .items}}{{.data.k}} {{end}}"));
        assertEquals(
                new Ran(1, "configmap/a\n", "Error from server (NotFound): configmaps \"nosuch\" not found\n"),
                kubectl.run("get", "cm", "a", "nosuch", "-o", "name"));
        assertEquals(
                "configmap \"a\" deleted\nconfigmap \"b\" deleted\n", kubectl.out("delete", "cm", "-l", "tier=one"));
    }

    @Test
    void what_would_be_done_is_not_done() throws Exception {
        Kubectl kubectl = cluster.kubectl("dry");
        assertEquals(
                "configmap/cfg created (server dry run)\n", kubectl.out("create", "cm", "cfg", "--dry-run=server"));
        kubectl.out("create", "cm", "cfg");
        assertEquals(
                "configmap/cfg patched\n",
                kubectl.out("patch", "cm", "cfg", "-p", "{\"data\":{\"b\":\"2\"}}", "--dry-run=server"));
        assertEquals("", kubectl.out("get", "cm", "cfg", "-o", "jsonpath={.data}"));
    }

    @Test
    void the_accounts_of_a_project_come_back() throws Exception {
        Kubectl kubectl = cluster.kubectl("accounts");
        kubectl.out("create", "sa", "bot");
        kubectl.out("delete", "sa", "--all");
        assertEquals(
                "serviceaccount/builder\nserviceaccount/default\nserviceaccount/deployer\n",
                kubectl.out("get", "sa", "-o", "name"));
    }

    @Test
    void it_watches() throws Exception {
        Kubectl kubectl = cluster.kubectl("watched");
        kubectl.out("create", "configmap", "first");
        Process watching = kubectl.start("get", "configmaps", "-w", "-o", "name");
        try (var lines = watching.inputReader()) {
            assertEquals("configmap/first", lines.readLine());
            kubectl.out("create", "configmap", "second");
            assertEquals("configmap/second", lines.readLine());
        } finally {
            watching.destroy();
        }
    }

    @Test
    void it_waits() throws Exception {
        Kubectl kubectl = cluster.kubectl("waited");
        kubectl.out("create", "configmap", "gone", "--from-literal=a=1");
        assertEquals(
                "configmap/gone condition met\n",
                kubectl.out("wait", "--for=jsonpath={.data.a}=1", "cm/gone", "--timeout=120s"));
        assertEquals(
                new Ran(1, "", "error: timed out waiting for the condition on configmaps/gone\n"),
                kubectl.run("wait", "--for=condition=Ready", "cm/gone", "--timeout=1s"));
        Process waiting = kubectl.start("wait", "--for=delete", "configmap/gone", "--timeout=120s");
        kubectl.out("delete", "configmap", "gone");
        try (var lines = waiting.inputReader()) {
            String line = lines.readLine();
            assertTrue(line == null || line.equals("configmap/gone condition met"), line);
        }
        assertEquals(0, waiting.waitFor());
    }

    @Test
    void templates_are_stored_where_templates_are_got() throws Exception {
        Kubectl kubectl = cluster.kubectl("templates");
        String file = kubectl.file("template.yaml", """
                apiVersion: template.openshift.io/v1
                kind: Template
                metadata: {name: tpl}
                parameters: [{name: NAME, required: true}]
                objects: []
                """);
        assertEquals("template.template.openshift.io/tpl created\n", kubectl.out("create", "-f", file));
        assertEquals("template.template.openshift.io/tpl\n", kubectl.out("get", "templates", "-o", "name"));
    }
}
