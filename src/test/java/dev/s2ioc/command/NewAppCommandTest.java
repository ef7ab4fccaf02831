package dev.s2ioc.command;

import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image is run as oc runs it: word for word and object for object as recorded. */
class NewAppCommandTest {
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/demo/deployments";
    private static final String SERVICES = "/api/v1/namespaces/demo/services";
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T05:16:50Z"), ZoneOffset.UTC);
    private static final String FOUND = """
            --> Found image 0b95b53 (44 seconds old) in image stream "demo/simple1" under tag "latest" for "simple1"

                Cat runtime\s
                -----------\s
                Prints the files that a developer put into src

                Tags: builder, cat


            """;
    private static final String DEPLOYMENT = """
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"simple1","creationTimestamp":null,\
            "labels":{"app":"simple1","app.kubernetes.io/component":"simple1","app.kubernetes.io/instance":"simple1"},\
            "annotations":{"openshift.io/generated-by":"OpenShiftNewApp",\
            "image.openshift.io/triggers":"[{\\"from\\":{\\"kind\\":\\"ImageStreamTag\\",\\"name\\":\\"simple1:latest\\",\\"namespace\\":\\"demo\\"},\
            \\"fieldPath\\":\\"spec.template.spec.containers[?(@.name==\\\\\\"simple1\\\\\\")].image\\"}]"}},\
            "spec":{"replicas":1,"selector":{"matchLabels":{"deployment":"simple1"}},"template":{"metadata":{"creationTimestamp":null,\
            "labels":{"deployment":"simple1"},"annotations":{"openshift.io/generated-by":"OpenShiftNewApp"}},\
            "spec":{"containers":[{"name":"simple1","image":" ","resources":{}}]}},"strategy":{}},"status":{}}""";

    @TempDir
    Path home;

    private NewBuildFixture project;

    @BeforeEach
    void start() {
        project = new NewBuildFixture(home);
        project.withStream("simple1", "latest");
        project.api.on("GET /api", "{\"versions\":[\"v1\"]}");
        project.api.on("GET /api/v1", "{\"resources\":[" + resource("services", "Service") + "]}");
        project.api.on("POST " + DEPLOYMENTS, 201, "{\"kind\":\"Deployment\",\"metadata\":{\"uid\":\"d\"}}");
        project.api.on("POST " + SERVICES, 201, "{\"kind\":\"Service\",\"metadata\":{\"uid\":\"s\"}}");
    }

    @AfterEach
    void stop() {
        project.close();
    }

    private static String resource(String plural, String kind) {
        return "{\"name\":\"" + plural + "\",\"kind\":\"" + kind + "\",\"namespaced\":true,\"verbs\":[\"create\"]}";
    }

    private void withDeployments() {
        project.api.on("GET /apis", """
                {"groups":[{"name":"apps","versions":[{"groupVersion":"apps/v1","version":"v1"}],
                 "preferredVersion":{"groupVersion":"apps/v1","version":"v1"}}]}""");
        project.api.on("GET /apis/apps/v1", "{\"resources\":[" + resource("deployments", "Deployment") + "]}");
    }

    private void withImage() {
        project.withImage(
                "simple1:latest",
                Map.of(
                        "io.k8s.display-name", "Cat runtime",
                        "io.k8s.description", "Prints the files that a developer put into src",
                        "io.openshift.tags", "builder,cat"));
    }

    private void withImageThatListens() {
        ObjectNode image = NewBuildFixture.image(Map.of());
        ObjectNode config = image.withObject("/dockerImageMetadata/Config");
        config.putObject("ExposedPorts").putObject("8443/tcp");
        config.withObject("/ExposedPorts").putObject("53/udp");
        config.putObject("Volumes").putObject("/data");
        project.api.on("GET " + NewBuildFixture.TAGS + "/simple1:latest", json("{\"image\":" + image + "}"));
    }

    private Ran newApp(String... flags) {
        String[] words = new String[flags.length + 1];
        words[0] = "new-app";
        System.arraycopy(flags, 0, words, 1, flags.length);
        return Run.in(home, Map.of(), NOW).s2ioc(project.api.arguments(words));
    }

    private static Ran failed(String message) {
        return new Ran(1, "", "error: " + message + "\n");
    }

    @Test
    void what_was_built_is_run_as_oc_runs_it() {
        withDeployments();
        withImage();
        assertEquals(new Ran(0, FOUND + """
                --> Creating resources ...
                    deployment.apps "simple1" created
                --> Success
                    Run 'oc status' to view your app.
                """, ""), newApp("simple1"));
        List<String> requests = project.requests();
        assertEquals("POST " + DEPLOYMENTS + " " + DEPLOYMENT, requests.getLast());
        assertEquals(
                List.of(
                        "GET " + NewBuildFixture.STREAMS + "/simple1",
                        "GET " + NewBuildFixture.TAGS + "/simple1:latest",
                        "GET /api",
                        "GET /api/v1",
                        "GET /apis",
                        "GET /apis/apps/v1"),
                requests.subList(0, requests.size() - 1));
    }

    @Test
    void ports_get_a_service_and_volumes_get_room() {
        withDeployments();
        withImageThatListens();
        Ran ran = newApp("simple1", "--name=web", "COLOR=blue", "-l", "tier=front");
        assertEquals(new Ran(0, """
                --> Found image 0b95b53 (44 seconds old) in image stream "demo/simple1" under tag "latest" for "simple1"


                --> Creating resources with label tier=front ...
                    deployment.apps "web" created
                    service "web" created
                --> Success
                    Application is not exposed. You can expose services to the outside world by executing one or more of the commands below:
                     'oc expose service/web'\s
                    Run 'oc status' to view your app.
                """, ""), ran);
        assertEquals(json("""
                {"volumes":[{"name":"web-volume-1","emptyDir":{}}],
                 "containers":[{"name":"simple1","image":" ",
                  "ports":[{"containerPort":53,"protocol":"UDP"},{"containerPort":8443,"protocol":"TCP"}],
                  "env":[{"name":"COLOR","value":"blue"}],"resources":{},
                  "volumeMounts":[{"name":"web-volume-1","mountPath":"/data"}]}]}"""), podSpec());
        assertEquals(json("""
                {"kind":"Service","apiVersion":"v1","metadata":{"name":"web","creationTimestamp":null,"labels":{"tier":"front"},
                 "annotations":{"openshift.io/generated-by":"OpenShiftNewApp"}},
                 "spec":{"ports":[{"name":"53-udp","protocol":"UDP","port":53,"targetPort":53},
                  {"name":"8443-tcp","protocol":"TCP","port":8443,"targetPort":8443}],"selector":{"deployment":"web"}},
                 "status":{"loadBalancer":{}}}"""), project.posted(SERVICES));
    }

    private JsonNode podSpec() {
        return project.posted(DEPLOYMENTS).path("spec").path("template").path("spec");
    }

    @Test
    void an_image_that_nobody_can_find_is_run_without_being_followed() {
        withDeployments();
        Ran ran = newApp("--image=quay.io/none/none", "--allow-missing-images", "-o", "name");
        assertEquals(
                new Ran(
                        0,
                        "deployment.apps/none\n",
                        "warning: Could not find an image stream match for \"quay.io/none/none\". Make sure that a container"
                                + " image with that tag is available on the node for the deployment to succeed.\n"),
                ran);
        assertEquals(
                "quay.io/none/none",
                podSpec().path("containers").path(0).path("image").asText());
        assertEquals(
                json("{\"openshift.io/generated-by\":\"OpenShiftNewApp\"}"),
                project.posted(DEPLOYMENTS).path("metadata").path("annotations"));
    }

    @Test
    void an_image_of_a_registry_is_followed_by_a_tag() {
        withDeployments();
        project.withRegistryImage(Map.of());
        Ran ran = newApp("--image=quay.io/team/web:v1", "-o", "name");
        assertEquals(new Ran(0, "imagestream.image.openshift.io/web\ndeployment.apps/web\n", ""), ran);
        assertTrue(project.posted(DEPLOYMENTS)
                .path("metadata")
                .path("annotations")
                .path("image.openshift.io/triggers")
                .asText()
                .startsWith("[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"web:v1\"},"));
    }

    @Test
    void a_server_that_runs_nothing_is_told_of_before_anything_is_made() {
        withImage();
        project.api.on("GET /apis", "{\"groups\":[]}");
        assertEquals(
                failed("the server doesn't have a resource type \"deployments.apps\", so that nothing can run there;"
                        + " nothing was created\nThe objects for a server that has it are printed with -o yaml."),
                newApp("simple1"));
        assertEquals(new Ran(0, "Deployment", ""), newApp("simple1", "-o", "jsonpath={.items[*].kind}"));
        assertEquals(new Ran(0, FOUND + """
                --> Creating resources ...
                    deployment.apps "simple1" created (dry run)
                --> Success (dry run)
                """, ""), newApp("simple1", "--dry-run"));
        assertTrue(project.requests().stream().allMatch(request -> request.startsWith("GET ")));
    }

    @Test
    void what_cannot_be_run_is_told() {
        assertEquals(failed("""
                You must specify an image or an image stream to create an application.

                To run what was built:

                  s2ioc new-app NAME

                See 's2ioc new-app -h' for help and examples"""), newApp());
        assertEquals(
                failed("an application is made of one image, but 2 are given\nCall new-app once for each."),
                newApp("a", "b"));
        assertEquals(
                failed("new-app does not build sources, as \"https://example.com/x.git\", yet: make the image with"
                        + " 's2ioc new-build ruby~https://example.com/x.git', and run it with 's2ioc new-app NAME' once it"
                        + " is built"),
                newApp("ruby~https://example.com/x.git"));
        Ran ran = newApp("nosuch");
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("\nThe 'oc new-app' command will match arguments"), ran.err());
    }
}
