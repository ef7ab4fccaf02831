package dev.s2ioc.command.set;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code set} commands that change containers: the containers that they send, and what they refuse. */
class PodTemplateCommandsTest {
    private static final String DEPLOY = "/apis/apps/v1/namespaces/demo/deployments/web";
    private static final String PATCH = "PATCH " + DEPLOY + "?fieldManager=kubectl-set ";
    private static final String APP = "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"template\":{\"spec\":{"
            + "\"initContainers\":[{\"name\":\"setup\"}],\"containers\":[{\"name\":\"app\"},{\"name\":\"side\","
            + "\"resources\":{\"limits\":{\"cpu\":\"1\"}},\"livenessProbe\":{\"httpGet\":{\"port\":1},\"periodSeconds\":5}}]}}}}";
    private static final String SIDE = "{\"name\":\"side\",\"resources\":{\"limits\":{\"cpu\":\"1\"}},"
            + "\"livenessProbe\":{\"httpGet\":{\"port\":1},\"periodSeconds\":5}}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void serve() {
        api.on("GET " + DEPLOY, APP).on("PATCH " + DEPLOY + "?fieldManager=kubectl-set", APP);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void an_image() {
        assertEquals(updated("image updated"), set("image", "deploy/web", "app=r/x:2"));
        sent("{\"containers\":[{\"name\":\"app\",\"image\":\"r/x:2\"}," + SIDE + "]}");
    }

    @Test
    void an_image_for_all() {
        set("image", "deploy", "web", "*=r/x:2");
        sent("{\"initContainers\":[{\"name\":\"setup\",\"image\":\"r/x:2\"}],\"containers\":[{\"name\":\"app\","
                + "\"image\":\"r/x:2\"},"
                + SIDE.replaceFirst("}$", ",\"image\":\"r/x:2\"}") + "]}");
    }

    @Test
    void an_image_of_a_stream() {
        api.on(
                "GET /apis/image.openshift.io/v1/namespaces/other/imagestreamtags/x:latest",
                "{\"image\":{\"dockerImageReference\":\"r/other/x@sha256:1\"}}");
        assertEquals(updated("image updated"), set("image", "deploy/web", "app=other/x", "--source=istag"));
        sent("{\"containers\":[{\"name\":\"app\",\"image\":\"r/other/x@sha256:1\"}," + SIDE + "]}");
    }

    @Test
    void images_that_cannot_be_set() {
        refused("unable to find container named \"x\" in deployments/web", "image", "deploy/web", "x=y");
        refused("at least one image update is required, as in CONTAINER=IMAGE", "image", "deploy/web");
        refused(
                "all containers are already specified by *, but saw more than one container_name=container_image pairs",
                "image",
                "deploy/web",
                "*=a",
                "app=b");
        refused(
                "--source must be one of docker, istag, isimage, not \"x\"",
                "image",
                "deploy/web",
                "a=b",
                "--source=x");
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): the server could not find the requested resource\n"),
                set("image", "deploy/none", "a=b"));
    }

    @Test
    void resources_are_added_to_those_that_are_there() {
        assertEquals(
                updated("resource requirements updated"),
                set("resources", "deploy/web", "-c", "side", "--limits=memory=1Gi", "--requests=cpu=100m,memory=64Mi"));
        sent("{\"containers\":[{\"name\":\"app\"},"
                + SIDE.replace(
                        "{\"limits\":{\"cpu\":\"1\"}}",
                        "{\"limits\":{\"cpu\":\"1\",\"memory\":\"1Gi\"},\"requests\":{\"cpu\":\"100m\",\"memory\":\"64Mi\"}}")
                + "]}");
        refused(
                "you must specify an update to requests or limits (in the form of --requests/--limits)",
                "resources",
                "deploy/web");
        refused(
                "\"much\" is not a quantity; write it as 500m, 2, 512Mi or 1Gi",
                "resources",
                "deploy/web",
                "--limits=cpu=much");
        refused("Invalid argument syntax cpu, expected <resource>=<value>", "resources", "deploy/web", "--limits=cpu");
        refused(
                "unable to find container named x in deployments/web",
                "resources",
                "deploy/web",
                "-c",
                "x",
                "--limits=cpu=1");
    }

    @Test
    void probes() {
        assertEquals(
                updated("probes updated"),
                set(
                        "probe",
                        "deploy/web",
                        "-c",
                        "app",
                        "--readiness",
                        "--get-url=https://:8443/ok?x=1",
                        "--period-seconds=3"));
        sent("{\"containers\":[{\"name\":\"app\",\"readinessProbe\":{\"httpGet\":{\"path\":\"/ok?x=1\",\"port\":8443,"
                + "\"scheme\":\"HTTPS\"},\"periodSeconds\":3}}," + SIDE + "]}");
        set("probe", "deploy/web", "-c", "side", "--liveness", "--open-tcp=http");
        sent("{\"containers\":[{\"name\":\"app\"},"
                + SIDE.replace(
                        "{\"httpGet\":{\"port\":1},\"periodSeconds\":5}",
                        "{\"periodSeconds\":5,\"tcpSocket\":{\"port\":\"http\"}}")
                + "]}");
        set("probe", "deploy/web", "-c", "app", "--startup", "--", "check", "--fast");
        sent("{\"containers\":[{\"name\":\"app\",\"startupProbe\":{\"exec\":{\"command\":[\"check\",\"--fast\"]}}},"
                + SIDE + "]}");
        set("probe", "deploy/web", "--remove", "--liveness");
        sent("{\"containers\":[{\"name\":\"app\"},{\"name\":\"side\",\"resources\":{\"limits\":{\"cpu\":\"1\"}}}]}");
    }

    @Test
    void probes_that_make_no_sense() {
        refused("you must specify at least one of --readiness, --liveness, --startup", "probe", "deploy/web");
        refused(
                "you may only set one of --get-url, --open-tcp, or command",
                "probe",
                "deploy/web",
                "--liveness",
                "--open-tcp=1",
                "--get-url=http://:1");
        refused(
                "port must be specified as part of a url, as in http://:8080/healthz",
                "probe",
                "deploy/web",
                "--liveness",
                "--get-url=http://localhost/x");
        refused(
                "--failure-threshold may not be less than one",
                "probe",
                "deploy/web",
                "--liveness",
                "--failure-threshold=0");
        refused(
                "unable to find container named x* in deployments/web",
                "probe",
                "deploy/web",
                "-c",
                "x*",
                "--liveness",
                "--open-tcp=1");
    }

    @Test
    void a_service_account() {
        assertEquals(updated("serviceaccount updated"), set("serviceaccount", "deploy/web", "robot"));
        sent("{\"serviceAccountName\":\"robot\"}");
        refused("serviceaccount is required", "serviceaccount", "deploy/web");
        api.on("GET /api/v1/namespaces/demo/services/x", "{\"metadata\":{\"name\":\"x\"}}");
        refused("services/x is not a pod or does not have a pod template", "sa", "svc/x", "robot");
    }

    private void sent(String pod) {
        assertEquals(
                PATCH + "{\"spec\":{\"template\":{\"spec\":" + pod + "}}}",
                api.requests().getLast());
    }

    private static Ran updated(String verb) {
        return new Ran(0, "deployment.apps/web " + verb + "\n", "");
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), set(words));
    }

    private Ran set(String... words) {
        return api.s2ioc(home, Stream.concat(Stream.of("set"), Stream.of(words)).toArray(String[]::new));
    }
}
