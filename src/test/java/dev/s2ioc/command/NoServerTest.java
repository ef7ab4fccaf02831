package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes files, or only shows what it would make, does so on a machine that knows no server. */
class NoServerTest {
    @TempDir
    Path dir;

    private Ran run(String words) throws IOException {
        Files.writeString(dir.resolve("d.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d}
                spec: {selector: {matchLabels: {a: b}}, template: {spec: {containers: [{name: c, image: x}]}}}
                """);
        Files.writeString(dir.resolve("bc.yaml"), """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: b}
                spec: {strategy: {dockerStrategy: {}}}
                """);
        Files.writeString(dir.resolve("dc.yaml"), """
                apiVersion: apps.openshift.io/v1
                kind: DeploymentConfig
                metadata: {name: dc}
                spec: {template: {spec: {containers: [{name: c, image: x}]}}}
                """);
        Files.writeString(dir.resolve("rest.yaml"), """
                {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {selector: {a: b}}}
                ---
                {apiVersion: route.openshift.io/v1, kind: Route, metadata: {name: r}, spec: {to: {kind: Service, name: s}}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: k}, data: {}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: rb}, subjects: []}
                """);
        return Run.in(dir).s2ioc(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set env --local -f d.yaml A=b -o jsonpath={..env} | [{\"name\":\"A\",\"value\":\"b\"}]",
                "set image --local -f d.yaml c=new -o jsonpath={..image} | new",
                "set resources --local -f d.yaml --limits=cpu=1 -o jsonpath={..limits} | {\"cpu\":\"1\"}",
                "set serviceaccount --local -f d.yaml sa -o jsonpath={..serviceAccountName} | sa",
                "set probe --local -f d.yaml --liveness --open-tcp=80 -o jsonpath={..tcpSocket} | {\"port\":80}",
                "set volumes --local -f d.yaml --add --name=v --type=emptyDir -o jsonpath={..volumes} | [{\"emptyDir\":{},\"name\":\"v\"}]",
                "set build-hook --local -f bc.yaml --post-commit --script=x -o jsonpath={..postCommit} | {\"script\":\"x\"}",
                "set build-secret --local -f bc.yaml --pull p -o jsonpath={..pullSecret} | {\"name\":\"p\"}",
                "set deployment-hook --local -f dc.yaml --pre -o jsonpath={..pre.execNewPod.command} -- true | [\"true\"]",
                "set triggers --local -f dc.yaml --from-config -o jsonpath={..triggers} | [{\"type\":\"ConfigChange\"}]",
                "patch --local -f d.yaml -p {\"spec\":{\"replicas\":2}} -o jsonpath={.spec.replicas} | 2",
                "label --local -f d.yaml x=y -o jsonpath={.metadata.labels} | {\"x\":\"y\"}",
                "create configmap x --from-literal=a=b --dry-run=client -o jsonpath={.data} | {\"a\":\"b\"}",
                "create deployment x --image=y --dry-run=client -o name | deployment.apps/x",
                "create imagestream x --dry-run=client -o name | imagestream.image.openshift.io/x",
                "create secret generic x --from-literal=a=b --dry-run=client -o name | secret/x",
                "create serviceaccount x --dry-run=client -n mine -o jsonpath={.metadata.namespace} | mine",
                "run x --image=y --dry-run=client -o jsonpath={..image} | y"
            })
    void needs_none(String words, String printed) throws IOException {
        Ran ran = run(words);
        assertEquals(new Ran(0, printed, ""), new Ran(ran.code(), ran.out().strip(), ran.err()));
    }

    @Test
    void objects_of_files_are_shown_as_they_would_be_created() throws IOException {
        assertEquals(new Ran(0, """
                service/s created (dry run)
                route.route.openshift.io/r created (dry run)
                secret/k created (dry run)
                rolebinding.rbac.authorization.k8s.io/rb created (dry run)
                """, ""), run("create -f rest.yaml --dry-run=client"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create -f d.yaml",
                "run x --image=y",
                "set image deployment/d c=new --dry-run=client",
                "apply -f d.yaml --dry-run=client",
                "create configmap x --dry-run=server"
            })
    void needs_one(String words) throws IOException {
        Ran ran = run(words);
        assertEquals(1, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("error: Missing or incomplete configuration info."), ran.err());
    }

    @Test
    void a_kubeconfig_that_cannot_be_used_is_told_all_the_same() throws IOException {
        assertEquals(
                new Ran(1, "", "error: stat " + dir.resolve("none") + ": no such file or directory\n"),
                run("create configmap x --dry-run=client --kubeconfig=none"));
        Files.createDirectory(dir.resolve(".kube"));
        Files.writeString(dir.resolve(".kube/config"), "current-context: gone\n");
        Ran ran = run("create configmap x --dry-run=client");
        assertEquals(1, ran.code(), ran.out());
    }
}
