package dev.s2ioc.command;

import static dev.s2ioc.command.NewAppFixture.DEPLOYMENTS;
import static dev.s2ioc.command.NewAppFixture.FOUND;
import static dev.s2ioc.command.NewAppFixture.SERVICES;
import static dev.s2ioc.command.NewAppFixture.failed;
import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image is run as oc runs it: word for word and object for object as recorded. */
class NewAppCommandTest {
    private static final String DEPLOYMENT = """
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"simple1",\
            "labels":{"app":"simple1","app.kubernetes.io/component":"simple1","app.kubernetes.io/instance":"simple1"},\
            "annotations":{"openshift.io/generated-by":"OpenShiftNewApp",\
            "image.openshift.io/triggers":"[{\\"from\\":{\\"kind\\":\\"ImageStreamTag\\",\\"name\\":\\"simple1:latest\\",\\"namespace\\":\\"demo\\"},\
            \\"fieldPath\\":\\"spec.template.spec.containers[?(@.name==\\\\\\"simple1\\\\\\")].image\\"}]"}},\
            "spec":{"replicas":1,"selector":{"matchLabels":{"deployment":"simple1"}},"template":{"metadata":{\
            "labels":{"deployment":"simple1"},"annotations":{"openshift.io/generated-by":"OpenShiftNewApp"}},\
            "spec":{"containers":[{"name":"simple1","image":" ","resources":{}}]}},"strategy":{}},"status":{}}""";

    @TempDir
    Path home;

    private NewAppFixture app;
    private NewBuildFixture project;

    @BeforeEach
    void start() {
        app = new NewAppFixture(home);
        project = app.project;
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void what_was_built_is_run_as_oc_runs_it_and_told_as_oc_does_for_deployment_configs() {
        assertEquals(new Ran(0, FOUND + """
                    * This image will be deployed in deployment "simple1"
                    * The image does not expose any ports - if you want to load balance or send traffic to this component
                      you will need to create a service with 's2ioc expose deployment/simple1 --port=[port]' later
                    * WARNING: Image "demo/simple1:latest" runs as the 'root' user which may not be permitted by your cluster administrator

                --> Creating resources ...
                    deployment.apps "simple1" created
                --> Success
                    Run 's2ioc status' to view your app.
                """, ""), app.newApp("simple1"));
        List<String> requests = project.requests();
        assertEquals("POST " + DEPLOYMENTS + " " + DEPLOYMENT, requests.getLast());
        assertEquals(
                List.of(
                        "GET " + NewAppFixture.TEMPLATES + "/simple1",
                        "GET " + NewAppFixture.TEMPLATES.replace("demo", "openshift") + "/simple1",
                        "GET " + NewBuildFixture.STREAMS + "/simple1",
                        "GET " + NewBuildFixture.TAGS + "/simple1:latest"),
                requests.subList(0, 4));
    }

    @Test
    void ports_get_a_service_and_volumes_get_room() {
        app.withListener("dns").withService("web");
        Ran ran = app.newApp("dns", "--name=web", "COLOR=blue", "-l", "tier=front");
        assertEquals(new Ran(0, """
                --> Found image 0b95b53 (44 seconds old) in image stream "demo/dns" under tag "latest" for "dns"

                    * This image will be deployed in deployment "web"
                    * Ports 53/udp, 8443/tcp will be load balanced by service "web"
                      * Other containers can access this service through the hostname "web"
                    * This image declares volumes and will default to use non-persistent, host-local storage.
                      You can add persistent volumes later by running 's2ioc set volume deployment/web --add ...'

                --> Creating resources with label tier=front ...
                    deployment.apps "web" created
                    service "web" created
                --> Success
                    Application is not exposed. You can expose services to the outside world by executing one or more of the commands below:
                     's2ioc expose service/web'\s
                    Run 's2ioc status' to view your app.
                """, ""), ran);
        assertEquals(json("""
                {"matchLabels":{"deployment":"web","tier":"front"}}"""), spec().path("selector"));
        assertEquals(json("""
                {"volumes":[{"name":"web-volume-1","emptyDir":{}}],
                 "containers":[{"name":"dns","image":" ",
                  "ports":[{"containerPort":53,"protocol":"UDP"},{"containerPort":8443,"protocol":"TCP"}],
                  "env":[{"name":"COLOR","value":"blue"}],"resources":{},
                  "volumeMounts":[{"name":"web-volume-1","mountPath":"/data"}]}]}"""), podSpec());
        assertEquals(json("""
                {"kind":"Service","apiVersion":"v1","metadata":{"name":"web",
                 "labels":{"app":"web","app.kubernetes.io/component":"web","app.kubernetes.io/instance":"web","tier":"front"},
                 "annotations":{"openshift.io/generated-by":"OpenShiftNewApp"}},
                 "spec":{"ports":[{"name":"53-udp","protocol":"UDP","port":53,"targetPort":53},
                  {"name":"8443-tcp","protocol":"TCP","port":8443,"targetPort":8443}],
                  "selector":{"deployment":"web","tier":"front"}},
                 "status":{"loadBalancer":{}}}"""), project.posted(SERVICES));
    }

    private JsonNode spec() {
        return project.posted(DEPLOYMENTS).path("spec");
    }

    private JsonNode podSpec() {
        return spec().path("template").path("spec");
    }

    @Test
    void a_deployment_config_is_made_as_oc_makes_it() {
        app.withListener("dns");
        JsonNode objects = app.objects("dns", "--as-deployment-config", "--as-test");
        assertEquals(json("""
                {"kind":"DeploymentConfig","apiVersion":"apps.openshift.io/v1","metadata":{"name":"dns",
                 "labels":{"app":"dns","app.kubernetes.io/component":"dns","app.kubernetes.io/instance":"dns"},
                 "annotations":{"openshift.io/generated-by":"OpenShiftNewApp"}},
                 "spec":{"strategy":{"resources":{}},"triggers":[{"type":"ConfigChange"},
                   {"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["dns"],
                    "from":{"kind":"ImageStreamTag","namespace":"demo","name":"dns:latest"}}}],
                  "replicas":1,"test":true,"selector":{"deploymentconfig":"dns"},
                  "template":{"metadata":{"labels":{"deploymentconfig":"dns"},
                    "annotations":{"openshift.io/generated-by":"OpenShiftNewApp"}},
                   "spec":{"volumes":[{"name":"dns-volume-1","emptyDir":{}}],
                    "containers":[{"name":"dns","image":"dns",
                     "ports":[{"containerPort":53,"protocol":"UDP"},{"containerPort":8443,"protocol":"TCP"}],
                     "resources":{},"volumeMounts":[{"name":"dns-volume-1","mountPath":"/data"}]}]}}},
                 "status":{"latestVersion":0,"observedGeneration":0,"replicas":0,"updatedReplicas":0,
                  "availableReplicas":0,"unavailableReplicas":0}}"""), objects.get(0));
        assertEquals(
                "{\"deploymentconfig\":\"dns\"}",
                objects.get(1).path("spec").path("selector").toString());
        assertEquals(
                failed("--as-test needs --as-deployment-config: only a deployment config can be a test"),
                app.newApp("dns", "--as-test"));
    }

    @Test
    void what_runs_as_a_test_is_told_so() {
        app.withListener("dns");
        Ran ran = app.newApp("dns", "--as-deployment-config", "--as-test", "--dry-run");
        assertEquals(
                Optional.of("    * This image will be test deployed in deployment config \"dns\""),
                ran.out()
                        .lines()
                        .filter(line -> line.contains("This image will be"))
                        .findFirst());
    }

    @Test
    void an_image_of_one_letter_runs_under_another_name() {
        JsonNode objects = app.objects("--image=quay.invalid/x/y", "--allow-missing-images", "--name=web");
        assertEquals("[Deployment]", kinds(objects));
        assertEquals(
                json("[\"y\"]"),
                names(objects.get(0).path("spec").path("template").path("spec").path("containers")));
        assertEquals(
                failed("can't build \"\": invalid name: y"),
                app.newApp("--image=quay.invalid/x/y", "--allow-missing-images"));
    }

    @Test
    void images_that_belong_together_run_in_one_pod() {
        app.withListener("dns");
        JsonNode objects = app.objects("simple1+dns");
        assertEquals("[Deployment, Service]", kinds(objects));
        assertEquals(
                json("[\"simple1\",\"dns\"]"),
                names(objects.get(0).path("spec").path("template").path("spec").path("containers")));
        String triggers = objects.get(0)
                .path("metadata")
                .path("annotations")
                .path("image.openshift.io/triggers")
                .asText();
        assertEquals(2, json(triggers).size());
        assertEquals(objects, app.objects("simple1", "dns", "--group=simple1+dns"));
        Ran ran = app.newApp("simple1", "dns", "--group=simple1+dns", "--dry-run");
        assertTrue(
                ran.out().contains("    * This image will be deployed as part of deployment \"simple1\"\n"), ran.out());
        assertEquals(failed("group \"dns\" only contains a single name"), app.newApp("simple1", "dns", "--group=dns"));
        assertEquals(
                failed("the name \"x\" from the group definition is not in use, and can't be used"),
                app.newApp("simple1", "--group=simple1+x"));
    }

    private static String kinds(JsonNode objects) {
        return objects.valueStream()
                .map(object -> object.path("kind").asText())
                .toList()
                .toString();
    }

    private static JsonNode names(JsonNode objects) {
        return json(objects.valueStream()
                .map(object -> "\"" + object.path("name").asText() + "\"")
                .toList()
                .toString());
    }

    @Test
    void several_images_run_side_by_side_and_share_a_label() {
        app.withListener("dns");
        JsonNode objects = app.objects("simple1", "dns");
        assertEquals("[Deployment, Deployment, Service]", kinds(objects));
        objects.forEach(object -> assertEquals(
                "simple1", object.path("metadata").path("labels").path("app").asText()));
        assertEquals(
                failed("only one component or source repository can be used when specifying a name"),
                app.newApp("simple1", "dns", "--name=both"));
    }

    @Test
    void an_image_that_nobody_can_find_is_run_without_being_followed() {
        Ran ran = app.newApp("--image=quay.io/none/none", "--allow-missing-images", "-o", "name");
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
    void an_image_of_a_registry_is_followed_by_a_tag_that_is_named_as_the_application() {
        project.withRegistryImage(Map.of());
        Ran ran = app.newApp(
                "--image=quay.io/team/web:v1",
                "--name=shop",
                "--import-mode=preserveoriginal",
                "--insecure-registry",
                "-o",
                "name");
        assertEquals(new Ran(0, "imagestream.image.openshift.io/shop\ndeployment.apps/shop\n", ""), ran);
        assertTrue(project.posted(DEPLOYMENTS)
                .path("metadata")
                .path("annotations")
                .path("image.openshift.io/triggers")
                .asText()
                .startsWith("[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"shop:v1\"},"));
        JsonNode policy = json("{\"insecure\":true,\"importMode\":\"PreserveOriginal\"}");
        assertEquals(
                policy,
                project.posted(NewBuildFixture.STREAMS)
                        .path("spec")
                        .path("tags")
                        .path(0)
                        .path("importPolicy"));
        assertEquals(
                policy,
                project.posted(NewBuildFixture.IMPORTS)
                        .path("spec")
                        .path("images")
                        .path(0)
                        .path("importPolicy"));
        assertEquals(
                failed("valid ImportMode values are Legacy or PreserveOriginal"),
                app.newApp("--image=quay.io/team/web:v1", "--import-mode=x"));
    }

    @Test
    void a_server_that_runs_nothing_is_told_of_before_anything_is_made() {
        app.close();
        app = new NewAppFixture(home, false);
        project = app.project;
        assertEquals(
                failed("the server doesn't have a resource type \"deployments.apps\", so that nothing can run there;"
                        + " nothing was created\nThe objects for a server that has it are printed with -o yaml."),
                app.newApp("simple1"));
        assertEquals(new Ran(0, "Deployment", ""), app.newApp("simple1", "-o", "jsonpath={.items[*].kind}"));
        Ran dry = app.newApp("simple1", "--dry-run");
        assertEquals(0, dry.code());
        assertTrue(dry.out().endsWith("""
                --> Creating resources ...
                    deployment.apps "simple1" created (dry run)
                --> Success (dry run)
                """), dry.out());
        assertTrue(project.requests().stream().allMatch(request -> request.startsWith("GET ")));
    }

    @Test
    void when_one_object_is_refused_nothing_stays() {
        app.withListener("dns");
        project.api.refuse("POST " + SERVICES, 409, "AlreadyExists", "services \"dns\" already exists");
        project.api.on("DELETE " + DEPLOYMENTS + "/dns", "{\"kind\":\"Status\",\"status\":\"Success\"}");
        Ran ran = app.newApp("dns");
        assertEquals(1, ran.code());
        assertTrue(ran.out().endsWith("""
                --> Creating resources ...
                    deployment.apps "dns" created
                --> Failed
                """), ran.out());
        assertEquals("""
                    error: services "dns" already exists
                    deployment.apps "dns" deleted again, so that nothing half-made stays
                """, ran.err());
    }

    @Test
    void an_installer_is_not_run_by_accident() {
        project.withStream("setup", "latest").withImage("setup:latest", Map.of("io.openshift.generate.job", "true"));
        assertEquals(
                failed("the image \"setup\" says that it installs software with the rights of your account (label"
                        + " io.openshift.generate.job), which s2ioc does not give it\n"
                        + "Use --no-install to run it like any other image."),
                app.newApp("setup"));
        assertEquals("[Deployment]", kinds(app.objects("setup", "--no-install")));
        assertEquals(
                failed("--grant-install-rights is not supported: s2ioc gives no image the token of your account; see"
                        + " --no-install"),
                app.newApp("setup", "--grant-install-rights"));
    }

    @Test
    void flags_without_effect_say_so() {
        Ran ran = app.newApp("simple1", "-o", "name", "--show-labels", "-a", "--output-version=v1", "--sort-by=x");
        assertEquals(new Ran(0, "deployment.apps/simple1\n", """
                warning: --output-version has no effect
                warning: --show-all has no effect
                warning: --show-labels has no effect
                warning: --sort-by has no effect
                """), ran);
    }

    @Test
    void what_cannot_be_run_is_told() {
        Ran nothing = app.newApp();
        assertEquals(1, nothing.code());
        assertTrue(
                nothing.err()
                        .startsWith("error: You must specify one or more images, image streams, templates, or source"
                                + " code locations to create an application.\n"),
                nothing.err());
        assertEquals(
                failed("--param is for the parameters of a template, and no template is given"),
                app.newApp("simple1", "-p", "A=b"));
        assertEquals(
                failed("--strategy is specified and none of the arguments provided could be classified as a source code"
                        + " location"),
                app.newApp("simple1", "--strategy=docker"));
        assertEquals(
                failed("--context-dir, --source-secret, --source-image and --build-env are for builds, but none of the"
                        + " arguments is a source code location"),
                app.newApp("simple1", "--build-env=A=b"));
        Ran ran = app.newApp("nosuch");
        assertEquals(1, ran.code());
        assertTrue(
                ran.err().contains("\n  3. Templates in the current project or the 'openshift' project\n"), ran.err());
    }
}
