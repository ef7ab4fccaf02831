package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.s2ioc.cluster.engine.ImageBuild.Layering;
import dev.s2ioc.cluster.engine.ImageConfig;
import dev.s2ioc.cluster.engine.PullPolicy;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a build configuration can say besides its source and its strategy, with an engine that only pretends. */
@Timeout(180)
class RichBuildsTest {
    private static final String SOURCE_STRATEGY =
            "'sourceStrategy':{'from':{'kind':'DockerImage','name':'quay.io/b'}%s}";

    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine();
    private Yard yard;

    @BeforeEach
    void open() throws Exception {
        yard = new Yard(directory, engine);
        secret("keys", "id", "secret");
        yard.store.create(
                new Key("configmaps", "demo", "c"),
                Yard.json("{'metadata':{'name':'c','namespace':'demo'},'data':{'mode':'fast'}}"));
    }

    @AfterEach
    void close() {
        yard.close();
    }

    private void secret(String name, String key, String value) {
        String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        yard.store.create(
                new Key("secrets", "demo", name),
                Yard.json("{'metadata':{'name':'" + name + "','namespace':'demo'},'data':{'" + key + "':'" + encoded
                        + "'}}"));
    }

    private JsonNode build(String strategy, String more) throws Exception {
        yard.config("app", strategy, more);
        yard.instantiate("app", "{}");
        return yard.ended("app-1").path("status");
    }

    private String reasonAndLog(JsonNode status) throws Exception {
        return Json.at(status, "phase") + " " + Json.at(status, "reason") + "\n" + yard.log("app-1");
    }

    private void completed(JsonNode status) throws Exception {
        assertEquals("Complete", Json.at(status, "phase"), reasonAndLog(status));
    }

    private static byte[] files(String... namesAndTexts) throws Exception {
        return Yard.tar(namesAndTexts).readAllBytes();
    }

    @Test
    void files_of_another_image_come_into_the_source_and_the_image_is_settled_with_the_build() throws Exception {
        yard.stream("tools");
        yard.push("tools", "ab");
        engine.exported = files("opt/lib/a.jar", "a", "opt/lib/sub/b.jar", "b", "etc/motd", "hi");
        completed(build(
                "'dockerStrategy':{}",
                ",'source':{'dockerfile':'FROM scratch','images':[{'from':{'kind':'ImageStreamTag','name':'tools:latest'},"
                        + "'paths':[{'sourcePath':'/opt/lib/.','destinationDir':'jars'},"
                        + "{'sourcePath':'/etc/motd','destinationDir':''}]}]}"));
        assertEquals(List.of("Dockerfile", "jars/a.jar", "jars/sub/b.jar", "motd"), engine.files);
        String image = Registries.INTERNAL + "/demo/tools@sha256:" + "ab".repeat(32);
        assertEquals(
                "{\"kind\":\"DockerImage\",\"name\":\"" + image + "\"}",
                Json.text(yard.build("app-1")
                        .path("spec")
                        .path("source")
                        .path("images")
                        .path(0)
                        .path("from")));
        assertEquals(
                "Trying to pull " + image + "...",
                yard.log("app-1").lines().findFirst().orElse(""));
    }

    @Test
    void a_path_that_an_image_does_not_have_fails_the_build() throws Exception {
        assertEquals(
                """
                Failed FetchImageContentFailed
                Trying to pull quay.io/t...
                error: error copying source path /opt/none to in: cannot stat '/opt/none': no such file or directory
                """,
                reasonAndLog(build(
                        "'dockerStrategy':{}",
                        ",'source':{'dockerfile':'FROM scratch','images':[{'from':{'kind':'DockerImage','name':'quay.io/t'},"
                                + "'paths':[{'sourcePath':'/opt/none','destinationDir':'in'}]}]}")));
    }

    @Test
    void names_of_images_in_a_dockerfile_give_way_to_those_of_the_configuration() throws Exception {
        completed(build(
                "'dockerStrategy':{}",
                ",'source':{'dockerfile':'FROM maven AS build\\nRUN x\\nFROM tiny\\nCOPY --from=build /a /a\\n"
                        + "COPY --from=certs /c /c','images':["
                        + "{'from':{'kind':'DockerImage','name':'quay.io/maven:4'},'as':['maven','build']},"
                        + "{'from':{'kind':'DockerImage','name':'quay.io/certs:1'},'as':['certs']}]}"));
        assertEquals("""
                FROM quay.io/maven:4 AS build
                RUN x
                FROM tiny
                COPY --from=build /a /a
                COPY --from=quay.io/certs:1 /c /c
                """, engine.dockerfiles.getFirst().replaceFirst("(?s)ENV .*", ""));
        assertEquals(
                List.of("quay.io/maven:4", "tiny", "quay.io/certs:1"),
                yard.log("app-1")
                        .lines()
                        .filter(line -> line.startsWith("Pulling image "))
                        .map(line -> line.split(" ")[2])
                        .toList());
    }

    @Test
    void a_source_build_has_its_secrets_while_it_assembles_and_its_config_maps_for_good() throws Exception {
        engine.config = new ImageConfig("", "1001", Map.of(), List.of(), List.of(), List.of(), "/srv");
        completed(build(
                SOURCE_STRATEGY.formatted(""),
                ",'source':{'dockerfile':'FROM unused','secrets':[{'secret':{'name':'keys'},'destinationDir':'in'}],"
                        + "'configMaps':[{'configMap':{'name':'c'},'destinationDir':'/etc/app'}]}"));
        assertEquals("""
                COPY upload/src /tmp/src
                COPY upload/injections/0 /srv/in
                COPY upload/injections/1 /etc/app
                RUN chown -R 1001:0 /tmp/src /srv/in /etc/app
                USER 1001
                RUN /usr/libexec/s2i/assemble
                RUN rm /srv/in/id
                CMD /usr/libexec/s2i/run
                """, engine.dockerfiles.getFirst().replaceFirst("(?s).*USER root\n", ""));
        assertTrue(engine.files.containsAll(List.of("upload/injections/0/id", "upload/injections/1/mode")));
    }

    @Test
    void volumes_are_mounted_and_are_no_part_of_the_context() throws Exception {
        completed(build(
                "'dockerStrategy':{'volumes':[{'name':'k','source':{'type':'Secret','secret':{'secretName':'keys',"
                        + "'items':[{'key':'id','path':'ssh/id_rsa','mode':256}]}},"
                        + "'mounts':[{'destinationPath':'/keys'},{'destinationPath':'/also'}]}]}",
                ",'source':{'dockerfile':'FROM scratch'}"));
        assertEquals(
                List.of("/keys", "/also"),
                engine.builds.getFirst().mounts().stream()
                        .map(mount -> mount.destination())
                        .toList());
        assertEquals(List.of("Dockerfile"), engine.files);
    }

    @Test
    void a_volume_that_cannot_be_filled_fails_the_build() throws Exception {
        assertEquals(
                """
                Failed GenericBuildFailed
                error: build error: volume "k": secret "none" not found
                """,
                reasonAndLog(build(
                        "'dockerStrategy':{'volumes':[{'name':'k','source':{'type':'Secret','secret':{'secretName':'none'}},"
                                + "'mounts':[{'destinationPath':'/keys'}]}]}",
                        ",'source':{'dockerfile':'FROM scratch'}")));
    }

    @Test
    void registries_of_others_are_shown_the_secrets_of_the_configuration() throws Exception {
        secret(
                "new",
                ".dockerconfigjson",
                "{\"auths\":{\"https://quay.io/v1/\":{\"username\":\"me\",\"password\":\"pw\"}}}");
        secret("old", ".dockercfg", "{\"reg.example:5000\":{\"auth\":\"eDp5\"}}");
        completed(
                build(
                        "'dockerStrategy':{'pullSecret':{'name':'new'}}",
                        ",'source':{'dockerfile':'FROM quay.io/base'},"
                                + "'output':{'to':{'kind':'DockerImage','name':'reg.example:5000/me/app:1'},'pushSecret':{'name':'old'}}"));
        assertEquals(
                List.of(
                        "quay.io/base {\"auths\":{\"quay.io\":{\"auth\":\"bWU6cHc=\"}}}",
                        "reg.example:5000/me/app:1 {\"auths\":{\"reg.example:5000\":{\"auth\":\"eDp5\"}}}"),
                engine.logins);
    }

    @Test
    void a_service_account_brings_the_secret_that_fits() throws Exception {
        secret("a", ".dockerconfigjson", "{\"auths\":{\"other.example\":{\"auth\":\"eDp5\"}}}");
        secret("b", ".dockerconfigjson", "{\"auths\":{\"reg.example\":{\"auth\":\"eDp5\"}}}");
        yard.store.create(
                new Key("serviceaccounts", "demo", "builder"),
                Yard.json(
                        "{'metadata':{'name':'builder','namespace':'demo'},'secrets':[{'name':'gone'},{'name':'keys'},"
                                + "{'name':'a'},{'name':'b'}]}"));
        completed(build(
                "'dockerStrategy':{'from':{'kind':'DockerImage','name':'quay.io/base'}}",
                ",'source':{'dockerfile':'FROM x'},'output':{'to':{'kind':'DockerImage','name':'reg.example/app:1'}}"));
        JsonNode spec = yard.build("app-1").path("spec");
        assertEquals("a", Json.at(spec, "strategy", "dockerStrategy", "pullSecret", "name"));
        assertEquals("b", Json.at(spec, "output", "pushSecret", "name"));
    }

    @Test
    void a_secret_that_is_not_there_or_holds_no_login_is_named() throws Exception {
        assertEquals(
                "Failed PullBuilderImageFailed\nerror: build error: secret \"none\" not found\n",
                failure("'dockerStrategy':{'pullSecret':{'name':'none'}}", ""));
        assertTrue(failure(
                        "'dockerStrategy':{}",
                        ",'output':{'to':{'kind':'DockerImage','name':'reg.example/a'},'pushSecret':{'name':'keys'}}")
                .endsWith("error: build error: secret \"keys\" has no logins for registries (.dockerconfigjson or"
                        + " .dockercfg)\n"));
    }

    private int configs;

    private String failure(String strategy, String more) throws Exception {
        String name = "fail" + ++configs;
        yard.config(name, strategy, ",'source':{'dockerfile':'FROM quay.io/base'}" + more);
        yard.instantiate(name, "{}");
        ObjectNode build = yard.ended(name + "-1");
        return Json.at(build, "status", "phase") + " " + Json.at(build, "status", "reason") + "\n"
                + yard.log(name + "-1").replaceFirst("(?s)^.*\n(?=error:)", "");
    }

    @Test
    void layers_of_earlier_builds_are_not_taken_and_can_be_left_out() throws Exception {
        completed(build("'dockerStrategy':{}", ",'source':{'dockerfile':'FROM scratch'}"));
        yard.config(
                "flat",
                "'dockerStrategy':{'imageOptimizationPolicy':'SkipLayers'}",
                ",'source':{'dockerfile':'FROM scratch'}");
        yard.instantiate("flat", "{}");
        yard.ended("flat-1");
        assertEquals(
                List.of(Layering.UNCACHED, Layering.ONE_LAYER),
                engine.builds.stream().map(each -> each.layering()).toList());
    }

    @Test
    void a_higher_log_level_shows_the_dockerfile_that_is_built() throws Exception {
        completed(build(
                "'dockerStrategy':{'env':[{'name':'BUILD_LOGLEVEL','value':'4'}]}",
                ",'source':{'dockerfile':'FROM scratch\\n# comment'}"));
        assertTrue(yard.log("app-1").startsWith("""
                Building with fake
                Replacing dockerfile
                FROM scratch
                # comment
                with:
                FROM scratch
                ENV "BUILD_LOGLEVEL"="4"
                # comment
                ENV "OPENSHIFT_BUILD_NAME"="app-1" "OPENSHIFT_BUILD_NAMESPACE"="demo"
                """), yard.log("app-1"));
    }

    @Test
    void what_cannot_be_built_here_is_refused_before_anything_is_sent() throws Exception {
        yard.config("custom", "'customStrategy':{'from':{'kind':'DockerImage','name':'x'}}", "");
        yard.config("pipe", "'jenkinsPipelineStrategy':{'jenkinsfile':'x'}", "");
        yard.config("trust", "'dockerStrategy':{}", ",'mountTrustedCA':true");
        yard.config("robot", "'dockerStrategy':{}", ",'serviceAccount':'robot'");
        assertEquals(
                List.of(
                        "422 BuildConfig.build.openshift.io \"custom\" is invalid: spec.strategy.customStrategy: Invalid value:"
                                + " \"Custom\": the local cluster builds with the Docker and the Source strategy only",
                        "422 BuildConfig.build.openshift.io \"pipe\" is invalid: spec.strategy.jenkinsPipelineStrategy: Invalid"
                                + " value: \"JenkinsPipeline\": the local cluster builds with the Docker and the Source"
                                + " strategy only",
                        "422 BuildConfig.build.openshift.io \"trust\" is invalid: spec.mountTrustedCA: Invalid value: true:"
                                + " the local cluster has no trusted certificate authorities of its own to mount",
                        "400 Error getting push/pull secrets for service account demo/robot: serviceaccounts \"robot\" not"
                                + " found"),
                Stream.of("custom", "pipe", "trust", "robot").map(this::refused).toList());
        assertFalse(yard.hasBuild("trust-1"));
    }

    private String refused(String config) {
        StatusException refusal =
                assertThrows(StatusException.class, () -> yard.upload(config, Yard.tar("Dockerfile", "FROM x")));
        return refusal.code() + " " + refusal.getMessage();
    }

    @Test
    void scripts_are_fetched_from_a_url_and_come_before_those_of_the_source() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/s2i/assemble", exchange -> {
            byte[] script = "#!/bin/sh".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, script.length);
            exchange.getResponseBody().write(script);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            yard.config("app", SOURCE_STRATEGY.formatted(",'scripts':'" + url + "/s2i'"), "");
            yard.upload("app", Yard.tar(".s2i/bin/run", "x", ".s2i/bin/assemble", "x"));
            completed(yard.ended("app-1").path("status"));
            assertTrue(engine.dockerfiles.getFirst().endsWith("RUN /tmp/scripts/assemble\nCMD /tmp/scripts/run\n"));
            yard.config("none", SOURCE_STRATEGY.formatted(",'scripts':'" + url + "/none'"), "");
            yard.upload("none", Yard.tar("a", "x"));
            assertEquals("FetchScriptsFailed", Json.at(yard.ended("none-1"), "status", "reason"));
            assertTrue(yard.log("none-1")
                    .endsWith("error: build error: could not download any scripts from URL " + url + "/none\n"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void scripts_may_be_in_a_directory_of_this_machine() throws Exception {
        Path scripts = Files.createDirectories(directory.resolve("scripts"));
        Files.writeString(scripts.resolve("assemble"), "#!/bin/sh");
        yard.config("app", SOURCE_STRATEGY.formatted(",'scripts':'" + scripts.toUri() + "'"), "");
        yard.upload("app", Yard.tar("a", "x"));
        completed(yard.ended("app-1").path("status"));
        assertTrue(engine.files.contains("upload/scripts/assemble"));
    }

    @Test
    void a_build_that_takes_too_long_fails_in_openshifts_words() throws Exception {
        engine.waits = true;
        JsonNode status =
                build("'dockerStrategy':{}", ",'completionDeadlineSeconds':1,'source':{'dockerfile':'FROM scratch'}");
        assertEquals(
                "Failed GenericBuildFailed Generic Build failure - check logs for details.",
                Json.at(status, "phase") + " " + Json.at(status, "reason") + " " + Json.at(status, "message"));
    }

    @Test
    void a_pull_policy_follows_the_reference() {
        assertEquals(PullPolicy.MISSING, PullPolicy.forImage("quay.io/a:latest", false));
        assertEquals(PullPolicy.ALWAYS, PullPolicy.forImage("quay.io/a:latest", true));
        assertEquals(PullPolicy.ALWAYS, PullPolicy.forImage("127.0.0.1:5000/a:latest", false));
        assertEquals(PullPolicy.MISSING, PullPolicy.forImage("127.0.0.1:5000/a@sha256:1", false));
    }

    @Test
    void a_build_made_by_hand_takes_what_its_references_mean_now_and_waits_until_they_mean_something()
            throws Exception {
        yard.stream("tools");
        create("here", "'dockerStrategy':{'from':{'kind':'ImageStreamTag','name':'tools:latest'}}");
        JsonNode waiting = yard.build("here").path("status");
        assertEquals(
                "New InvalidImageReference Referenced image could not be resolved.",
                Json.at(waiting, "phase") + " " + Json.at(waiting, "reason") + " " + Json.at(waiting, "message"));
        yard.push("tools", "cd");
        yard.controller.advance(yard.build("here"));
        completed(yard.ended("here").path("status"), "here");
        assertTrue(engine.dockerfiles
                .getFirst()
                .startsWith("FROM " + Registries.INTERNAL + "/demo/tools@sha256:" + "cd".repeat(32) + "\n"));
        StatusException refusal = assertThrows(
                StatusException.class,
                () -> create("other", "'customStrategy':{'from':{'kind':'DockerImage','name':'x'}}"));
        assertEquals(422, refusal.code());
    }

    private void create(String name, String strategy) {
        yard.kinds
                .resource(BuildKind.TYPE.resource())
                .create(
                        Call.internal("demo"),
                        Yard.json("{'metadata':{'name':'" + name + "'},'spec':{'source':{'dockerfile':'FROM x'},"
                                + "'strategy':{" + strategy + "}}}"));
    }

    @Test
    void only_the_newest_waits_where_the_policy_says_so_and_all_run_where_it_says_that() throws Exception {
        engine.waits = true;
        yard.config(
                "latest",
                "'dockerStrategy':{}",
                ",'runPolicy':'SerialLatestOnly','source':{'dockerfile':'FROM scratch'}");
        for (int i = 0; i < 3; i++) {
            yard.instantiate("latest", "{}");
        }
        engine.started.acquire();
        assertEquals("Cancelled", yard.phase("latest-2"));
        assertEquals("New", yard.phase("latest-3"));
        yard.config("both", "'dockerStrategy':{}", ",'runPolicy':'Parallel','source':{'dockerfile':'FROM scratch'}");
        yard.instantiate("both", "{}");
        yard.instantiate("both", "{}");
        engine.started.acquire(2);
        engine.mayGoOn.release(4);
        for (String each : List.of("latest-1", "latest-3", "both-1", "both-2")) {
            completed(yard.ended(each).path("status"), each);
        }
    }

    @Test
    void a_build_is_cancelled_while_it_uploads_and_while_it_pushes_and_leaves_no_file() throws Exception {
        yard.config("app", "'dockerStrategy':{}", ",'source':{'binary':{}}");
        PipedInputStream endless = new PipedInputStream();
        try (PipedOutputStream writer = new PipedOutputStream(endless)) {
            writer.write(new byte[] {1});
            Thread client = Thread.ofVirtual()
                    .start(() -> assertThrows(Exception.class, () -> yard.upload("app", endless, "asFile=big")));
            while (!yard.hasBuild("app-1") || !yard.phase("app-1").equals("Running")) {
                Thread.sleep(5);
            }
            yard.cancel("app-1");
            assertEquals("Cancelled", Json.at(yard.ended("app-1"), "status", "phase"));
            writer.write(new byte[1 << 16], 0, 1000);
            client.interrupt();
            client.join();
        }
        engine.pushWaits = true;
        yard.upload("app", Yard.tar("Dockerfile", "FROM scratch"));
        engine.started.acquire(2);
        yard.cancel("app-2");
        assertEquals("Cancelled", Json.at(yard.ended("app-2"), "status", "phase"));
        try (Stream<Path> left = Files.list(directory.resolve("builds/work"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private void completed(JsonNode status, String name) throws Exception {
        assertEquals("Complete", Json.at(status, "phase"), () -> status.toString() + name);
    }
}
