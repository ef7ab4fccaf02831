package dev.s2ioc.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A foreign client: kubectl finds out by itself what the local cluster serves, and what it may do there. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlDiscoveryEngineTest {
    private ForeignCluster cluster;
    private Kubectl kubectl;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new ForeignCluster(directory);
        kubectl = new Kubectl(cluster, "myproject");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void it_sees_which_resources_there_are() throws Exception {
        assertEquals("""
                NAME           SHORTNAMES   APIVERSION              NAMESPACED   KIND          VERBS                                                        CATEGORIES
                buildconfigs   bc           build.openshift.io/v1   true         BuildConfig   create,delete,deletecollection,get,list,patch,update,watch   all
                builds                      build.openshift.io/v1   true         Build         create,delete,deletecollection,get,list,patch,update,watch   all
                """, kubectl.out("api-resources", "--api-group=build.openshift.io", "-o", "wide"));
    }

    @Test
    void it_explains_fields() throws Exception {
        String explained = kubectl.out("explain", "buildconfig.spec.strategy");
        assertEquals("""
                GROUP:      build.openshift.io
                KIND:       BuildConfig
                VERSION:    v1

                FIELD: strategy <BuildStrategy>


                DESCRIPTION:
                    How it is built.
                    How a build makes its image; exactly one of the strategies.""", explained.substring(0, explained.indexOf("\nFIELDS:")).stripTrailing());
    }

    @Test
    void it_completes_names() throws Exception {
        assertEquals(
                "builder\ndefault\ndeployer\n",
                cluster.run("kubectl", "__complete", "get", "sa", "").out().replaceFirst("(?s):4\n.*", ""));
    }

    @Test
    void it_gets_tokens_of_service_accounts() throws Exception {
        String token = kubectl.out("create", "token", "default").strip();
        assertEquals(
                "system:serviceaccount:myproject:default",
                kubectl.out("auth", "whoami", "--token=" + token, "-o", "jsonpath={.status.userInfo.username}"));
        assertEquals(
                new Ran(1, "", "error: failed to create token: serviceaccounts \"nobody\" not found\n"),
                kubectl.run("create", "token", "nobody"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: failed to create token: TokenRequest.authentication.k8s.io \"default\" is invalid:"
                                + " spec.expirationSeconds: Invalid value: 60: may not specify a duration less than 10"
                                + " minutes\n"),
                kubectl.run("create", "token", "default", "--duration=1m"));
    }

    @Test
    void it_knows_who_it_is_and_what_it_may_do() throws Exception {
        assertEquals("developer", kubectl.out("auth", "whoami", "-o", "jsonpath={.status.userInfo.username}"));
        assertEquals("yes\n", kubectl.out("auth", "can-i", "create", "builds"));
        Kubectl elsewhere = new Kubectl(cluster, "default");
        assertEquals(new Ran(1, "no\n", ""), elsewhere.run("auth", "can-i", "create", "builds"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (Forbidden): configmaps is forbidden: User \"developer\" cannot list resource"
                                + " \"configmaps\" in API group \"\" in the namespace \"default\"\n"),
                elsewhere.run("get", "cm"));
    }

    @Test
    void it_reconciles_roles() throws Exception {
        String role = """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: reader, namespace: myproject}
                rules:
                - {apiGroups: [""], resources: [configmaps], verbs: [%s]}
                """;
        String file = kubectl.file("role.yaml", role.formatted("get"));
        String reconciled = "role.rbac.authorization.k8s.io/reader reconciled\n";
        assertEquals(new Ran(0, reconciled, """
                \treconciliation required create
                \tmissing rules added:
                \t\t{Verbs:[get] APIGroups:[] Resources:[configmaps] ResourceNames:[] NonResourceURLs:[]}
                """), kubectl.run("auth", "reconcile", "-f", file));
        kubectl.file("role.yaml", role.formatted("get, list"));
        assertEquals(new Ran(0, reconciled, """
                \treconciliation required update
                \tmissing rules added:
                \t\t{Verbs:[list] APIGroups:[] Resources:[configmaps] ResourceNames:[] NonResourceURLs:[]}
                """), kubectl.run("auth", "reconcile", "-f", file));
        assertEquals("""
                Name:         reader
                Labels:       <none>
                Annotations:  <none>
                PolicyRule:
                  Resources   Non-Resource URLs  Resource Names  Verbs
                  ---------   -----------------  --------------  -----
                  configmaps  []                 []              [get list]
                """, kubectl.out("describe", "role", "reader"));
    }
}
