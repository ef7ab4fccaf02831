package dev.s2ioc.command.set;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code set volumes}: volumes and mounts after it, claims that it creates, and its list. */
class VolumesCommandTest {
    private static final String DEPLOY = "/apis/apps/v1/namespaces/demo/deployments/web";
    private static final String MANAGER = "?fieldManager=kubectl-set";
    private static final String BARE = pod("{\"containers\":[{\"name\":\"app\"}]}");
    private static final String MOUNTED = pod("{\"containers\":[{\"name\":\"app\",\"volumeMounts\":[{\"name\":\"v1\","
            + "\"mountPath\":\"/data\"}]},{\"name\":\"side\",\"volumeMounts\":[{\"name\":\"v1\",\"mountPath\":\"/in\"}]}],"
            + "\"volumes\":[{\"name\":\"v1\",\"persistentVolumeClaim\":{\"claimName\":\"c1\"}},"
            + "{\"name\":\"v2\",\"secret\":{\"secretName\":\"s1\"}}]}");

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void an_empty_directory_gets_a_name() {
        serve(BARE);
        Ran ran = volumes("deploy/web", "--add", "-m", "/tmp/x/");
        assertEquals(0, ran.code());
        assertEquals("deployment.apps/web volume updated\n", ran.out());
        String name = ran.err().replaceFirst("info: Generated volume name: (volume-[a-z0-9]{5})\n", "$1");
        sent("{\"containers\":[{\"name\":\"app\",\"volumeMounts\":[{\"name\":\"" + name
                + "\",\"mountPath\":\"/tmp/x\"}]}],\"volumes\":[{\"name\":\"" + name + "\",\"emptyDir\":{}}]}");
    }

    @Test
    void each_type() {
        serve(BARE);
        volumes(
                "deploy/web",
                "--add",
                "--name=v",
                "--secret-name=s1",
                "--default-mode=0400",
                "-m",
                "/s",
                "--read-only");
        sent("{\"containers\":[{\"name\":\"app\",\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/s\","
                + "\"readOnly\":true}]}],\"volumes\":[{\"name\":\"v\",\"secret\":{\"secretName\":\"s1\","
                + "\"defaultMode\":256}}]}");
        volumes("deploy/web", "--add", "--name=v", "-t", "configmap", "--configmap-name=c");
        sent("{\"volumes\":[{\"name\":\"v\",\"configMap\":{\"name\":\"c\",\"defaultMode\":420}}]}");
        volumes("deploy/web", "--add", "--name=v", "-t", "hostPath", "--path=/srv");
        sent("{\"volumes\":[{\"name\":\"v\",\"hostPath\":{\"path\":\"/srv\"}}]}");
        volumes("deploy/web", "--add", "--name=v", "--claim-name=c1");
        sent("{\"volumes\":[{\"name\":\"v\",\"persistentVolumeClaim\":{\"claimName\":\"c1\"}}]}");
        volumes("deploy/web", "--add", "--name=v", "--source={\"nfs\":{\"server\":\"n\",\"path\":\"/\"}}");
        sent("{\"volumes\":[{\"name\":\"v\",\"nfs\":{\"server\":\"n\",\"path\":\"/\"}}]}");
    }

    @Test
    void a_claim_is_created() {
        serve(BARE);
        String claims = "/api/v1/namespaces/demo/persistentvolumeclaims";
        api.on("POST " + claims + MANAGER, "{\"metadata\":{\"name\":\"data\"}}");
        assertEquals(
                new Ran(0, "persistentvolumeclaim/data created\ndeployment.apps/web volume updated\n", ""),
                volumes(
                        "deploy/web",
                        "--add",
                        "--name=v",
                        "--claim-name=data",
                        "--claim-size=1Gi",
                        "--claim-mode=rwm"));
        assertEquals(
                List.of(
                        "GET " + DEPLOY,
                        "POST " + claims + MANAGER
                                + " {\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"metadata\":{\"name\":\"data\"},"
                                + "\"spec\":{\"accessModes\":[\"ReadWriteMany\"],\"resources\":{\"requests\":{\"storage\":\"1Gi\"}}}}",
                        patch("{\"volumes\":[{\"name\":\"v\",\"persistentVolumeClaim\":{\"claimName\":\"data\"}}]}")),
                api.requests());
    }

    @Test
    void a_mount_is_moved() {
        serve(MOUNTED);
        volumes("deploy/web", "--add", "--name=v1", "-m", "/new", "-c", "app", "--overwrite");
        sent("{\"containers\":[{\"name\":\"app\",\"volumeMounts\":[{\"name\":\"v1\",\"mountPath\":\"/new\"}]},"
                + "{\"name\":\"side\",\"volumeMounts\":[{\"name\":\"v1\",\"mountPath\":\"/in\"}]}],"
                + "\"volumes\":[{\"name\":\"v2\",\"secret\":{\"secretName\":\"s1\"}},"
                + "{\"name\":\"v1\",\"persistentVolumeClaim\":{\"claimName\":\"c1\"}}]}");
    }

    @Test
    void what_is_in_the_way() {
        serve(MOUNTED);
        refused("volume 'v1' already exists. Use --overwrite to replace", "deploy/web", "--add", "--name=v1");
        refused(
                "volume mount '/data' already exists for container 'app'",
                "deploy/web",
                "--add",
                "--name=v3",
                "-m",
                "/data");
    }

    @Test
    void a_volume_goes_when_no_container_mounts_it() {
        serve(MOUNTED);
        volumes("deploy/web", "--remove", "--name=v1", "-c", "app");
        sent("{\"containers\":[{\"name\":\"app\"},{\"name\":\"side\",\"volumeMounts\":[{\"name\":\"v1\","
                + "\"mountPath\":\"/in\"}]}]}");
        volumes("deploy/web", "--remove", "--name=v1");
        sent("{\"containers\":[{\"name\":\"app\"},{\"name\":\"side\"}],\"volumes\":[{\"name\":\"v2\","
                + "\"secret\":{\"secretName\":\"s1\"}}]}");
        volumes("deploy/web", "--remove", "--confirm");
        sent("{\"containers\":[{\"name\":\"app\"},{\"name\":\"side\"}],\"volumes\":null}");
        refused("volume 'x' not found", "deploy/web", "--remove", "--name=x");
        refused("must provide --confirm for removing more than one volume", "deploy/web", "--remove");
    }

    @Test
    void lists_them() {
        serve(MOUNTED);
        api.on(
                "GET /api/v1/namespaces/demo/persistentvolumeclaims/c1",
                "{\"spec\":{\"volumeName\":\"pv1\"},\"status\":{\"capacity\":{\"storage\":\"1Gi\"}}}");
        assertEquals(new Ran(0, """
                Deployment web
                  pvc/c1 (allocated 1GiB) as v1
                    mounted at /data in container app
                    mounted at /in in container side
                  secret/s1 as v2
                """, ""), volumes("deploy/web"));
        assertEquals(new Ran(0, "Deployment web\n  secret/s1 as v2\n", ""), volumes("deploy/web", "--name=v2"));
    }

    @Test
    void flags_that_do_not_go_together() {
        refused("you may only specify one operation at a time", "deploy/web", "--add", "--remove");
        refused(
                "flags that describe a volume or its claim are only valid for --add operation",
                "deploy/web",
                "--secret-name=x");
        refused("must provide --secret-name for --type=secret", "deploy/web", "--add", "-t", "secret");
        refused(
                "--default-mode is only available for secrets and configmaps",
                "deploy/web",
                "--add",
                "--default-mode=1");
        refused(
                "--claim-size is not valid: \"big\" is not a quantity; write it as 10Gi",
                "deploy/web",
                "--add",
                "--claim-size=big");
        refused(
                "invalid volume type \"tape\". Supported types: emptyDir, hostPath, secret, configmap, persistentVolumeClaim",
                "deploy/web",
                "--add",
                "-t",
                "tape");
    }

    private static String pod(String spec) {
        return "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"template\":{\"spec\":" + spec + "}}}";
    }

    private void serve(String object) {
        api.on("GET " + DEPLOY, object).on("PATCH " + DEPLOY + MANAGER, object);
    }

    private static String patch(String spec) {
        return "PATCH " + DEPLOY + MANAGER + " {\"spec\":{\"template\":{\"spec\":" + spec + "}}}";
    }

    private void sent(String spec) {
        assertEquals(patch(spec), api.requests().getLast());
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), volumes(words));
    }

    private Ran volumes(String... words) {
        return api.s2ioc(
                home,
                Stream.concat(Stream.of("set", "volumes"), Stream.of(words)).toArray(String[]::new));
    }
}
