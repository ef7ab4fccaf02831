package dev.s2ioc.command;

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

/** A project as new-app finds it, on a server that runs things, with the stream {@code simple1} in it. */
final class NewAppFixture implements AutoCloseable {
    static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/demo/deployments";
    static final String DEPLOYMENT_CONFIGS = "/apis/apps.openshift.io/v1/namespaces/demo/deploymentconfigs";
    static final String SERVICES = "/api/v1/namespaces/demo/services";
    static final String CONFIG_MAPS = "/api/v1/namespaces/demo/configmaps";
    static final String TEMPLATES = "/apis/template.openshift.io/v1/namespaces/demo/templates";
    static final String PROCESSED = "/apis/template.openshift.io/v1/namespaces/demo/processedtemplates";
    static final String FOUND = """
            --> Found image 0b95b53 (44 seconds old) in image stream "demo/simple1" under tag "latest" for "simple1"

                Cat runtime\s
                -----------\s
                Prints the files that a developer put into src

                Tags: builder, cat

            """;
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T05:16:50Z"), ZoneOffset.UTC);
    private static final Map<String, String> LABELS = Map.of(
            "io.k8s.display-name", "Cat runtime",
            "io.k8s.description", "Prints the files that a developer put into src",
            "io.openshift.tags", "builder,cat");

    final NewBuildFixture project;
    private final Path home;

    NewAppFixture(Path home) {
        this(home, true);
    }

    /** @param runs whether the server has more than builds */
    NewAppFixture(Path home, boolean runs) {
        this.home = home;
        project = new NewBuildFixture(home);
        project.withStream("simple1", "latest");
        project.withImage("simple1:latest", LABELS);
        group("apps", "deployments", "Deployment");
        group("apps.openshift.io", "deploymentconfigs", "DeploymentConfig");
        group("build.openshift.io", "buildconfigs", "BuildConfig");
        group("image.openshift.io", "imagestreams", "ImageStream");
        project.api.on(
                "GET /apis",
                runs
                        ? groups("apps", "apps.openshift.io", "build.openshift.io", "image.openshift.io")
                        : groups("build.openshift.io", "image.openshift.io"));
        project.api.on("GET /api", "{\"versions\":[\"v1\"]}");
        project.api.on(
                "GET /api/v1",
                "{\"resources\":[" + resource("services", "Service") + "," + resource("configmaps", "ConfigMap")
                        + "]}");
        created(DEPLOYMENTS, "Deployment");
        created(DEPLOYMENT_CONFIGS, "DeploymentConfig");
        created(CONFIG_MAPS, "ConfigMap");
    }

    private void created(String path, String kind) {
        project.api.on("POST " + path, 201, "{\"kind\":\"" + kind + "\",\"metadata\":{\"uid\":\"u\"}}");
    }

    /** The service is stored under this name. */
    NewAppFixture withService(String name) {
        project.api.on(
                "POST " + SERVICES,
                201,
                "{\"kind\":\"Service\",\"metadata\":{\"name\":\"" + name + "\",\"uid\":\"s\"}}");
        return this;
    }

    private void group(String group, String plural, String kind) {
        project.api.on("GET /apis/" + group + "/v1", "{\"resources\":[" + resource(plural, kind) + "]}");
    }

    private static String groups(String... names) {
        String groups = List.of(names).stream()
                .map(name -> "{\"name\":\"" + name + "\",\"versions\":[{\"groupVersion\":\"" + name
                        + "/v1\",\"version\":\"v1\"}],\"preferredVersion\":{\"groupVersion\":\"" + name
                        + "/v1\",\"version\":\"v1\"}}")
                .reduce((one, other) -> one + "," + other)
                .orElse("");
        return "{\"groups\":[" + groups + "]}";
    }

    private static String resource(String plural, String kind) {
        return "{\"name\":\"" + plural + "\",\"kind\":\"" + kind + "\",\"namespaced\":true,\"verbs\":[\"create\"]}";
    }

    /** A stream whose image listens, keeps data and runs as somebody. */
    NewAppFixture withListener(String name) {
        ObjectNode image = NewBuildFixture.image(Map.of());
        ObjectNode config = image.withObject("/dockerImageMetadata/Config");
        config.put("User", "1001");
        config.putObject("ExposedPorts").putObject("8443/tcp");
        config.withObject("/ExposedPorts").putObject("53/udp");
        config.putObject("Volumes").putObject("/data");
        project.withStream(name, "latest");
        project.api.on(
                "GET " + NewBuildFixture.TAGS + "/" + name + ":latest",
                NewBuildFixture.json("{\"image\":" + image + "}"));
        return this;
    }

    Ran newApp(String... flags) {
        String[] words = new String[flags.length + 1];
        words[0] = "new-app";
        System.arraycopy(flags, 0, words, 1, flags.length);
        return Run.in(home, Map.of(), NOW).s2ioc(project.api.arguments(words));
    }

    /** The objects that would be created, as JSON. */
    JsonNode objects(String... flags) {
        String[] words = new String[flags.length + 2];
        System.arraycopy(flags, 0, words, 0, flags.length);
        words[flags.length] = "-o";
        words[flags.length + 1] = "json";
        Ran ran = newApp(words);
        if (ran.code() != 0) {
            throw new AssertionError(ran.err());
        }
        return NewBuildFixture.json(ran.out()).path("items");
    }

    static Ran failed(String message) {
        return new Ran(1, "", "error: " + message + "\n");
    }

    @Override
    public void close() {
        project.close();
    }
}
